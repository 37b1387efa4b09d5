import type { FilterEvent, Seal } from '../contract.js'
import { canonicalUrl } from '../canonical/url.js'
import { isHost } from '../canonical/host.js'
import type { CompileReport, ListReport, ListSource, Phrase, SupplierSource } from '../list-source.js'
import { type Gathered, ListGatherer } from '../lists/list-gatherer.js'
import { takeAddress } from '../lists/parse-lines.js'
import { readList } from '../lists/read-list.js'
import { buildNameTable } from '../names/build-name-table.js'
import { exactTag, TaggedNames } from '../names/tagged-names.js'
import type { Policy } from '../policy.js'
import { policyProblems, weakeningAttempts } from '../policy/check-policy.js'
import { SAFE_SEARCH } from '../search/safe-search.js'
import { gatherSuppliers } from '../illegal/gather-suppliers.js'
import { listTable, type ListTable } from './list-table.js'
import { encodeMeta } from './meta.js'
import type { OpenSnapshot } from './open-snapshot.js'
import { asBytes, writeSnapshotFile } from './snapshot-file.js'

export interface CompileInput {
  readonly policy: Policy
  readonly lists: readonly ListSource[]
  readonly suppliers: readonly SupplierSource[]
  readonly phrases?: readonly Phrase[]
  /** Must be larger than that of the snapshot in use. */
  readonly number: number
  /** Milliseconds since 1970 UTC. */
  readonly at: number
  readonly seal: Seal
  /** The snapshot in use: what a supplier fails to give comes from it, and nothing of its illegal layer is lost. */
  readonly previous?: OpenSnapshot
  /** How many names there will be, about: saves growing. */
  readonly expected?: number
}

export interface Compiled {
  /** The signed file, or null when the report names problems. */
  readonly bytes: Uint8Array<ArrayBuffer> | null
  readonly report: CompileReport
  readonly events: readonly FilterEvent[]
}

/** Where the hash of names begins. It need not be secret, for a collision only costs time; it must only not be 0. */
const SEED = 0x5eed_1e55

/** Makes one signed snapshot of lists and policy, and says what became of every line. The same input gives the same bytes. */
export async function compile(input: CompileInput): Promise<Compiled> {
  const started = performance.now()
  const { policy, at } = input
  const attempts = weakeningAttempts(policy)
  const events = attempts.map((sentence): FilterEvent => ({
    type: 'illegal-layer.weakening-refused',
    at,
    alarm: true,
    sentence,
  }))
  const problems = [...attempts, ...policyProblems(policy, input.lists)]
  const none = { entries: 0, bytes: 0, lists: [], suppliers: [] }
  if (problems.length > 0)
    return { bytes: null, events, report: { ...none, problems, milliseconds: performance.now() - started } }
  const table = listTable(policy, input.lists)
  const gathered: Gathered = {
    names: new TaggedNames(SEED, input.expected),
    patterns: [],
    blockBits: { 4: new Set(), 6: new Set() },
  }
  const own = gatherOwn(policy, table, gathered)
  const lists = await gatherLists(table, gathered)
  const illegal = await gatherSuppliers(input.suppliers, input.previous ?? null, at)
  const bytes = own.length === 0 ? assembled(input, table, gathered, illegal) : null
  const report = {
    entries: gathered.names.pool.count,
    bytes: bytes?.length ?? 0,
    lists,
    suppliers: illegal.report,
    problems: own,
  }
  return {
    bytes,
    events: [...events, ...illegal.events],
    report: { ...report, milliseconds: performance.now() - started },
  }
}

/** What the policy names itself: help, rules' hosts and search engines. Returns what it could not read, as problems. */
function gatherOwn(policy: Policy, { rows }: ListTable, gathered: Gathered): readonly string[] {
  const problems: string[] = []
  for (const [list, row] of rows.entries()) {
    const gatherer = new ListGatherer(row.id, list, gathered)
    const rule = row.kind === 'rule' ? policy.rules.find(({ id }) => id === row.id) : undefined
    const hosts =
      row.kind === 'help' ? policy.help : rule !== undefined && 'hosts' in rule.about ? rule.about.hosts : []
    for (const host of hosts) takeOwn(host, gatherer)
    if (row.kind === 'safe-search')
      for (const host of SAFE_SEARCH.find(({ id }) => id === row.id)?.hosts ?? [])
        gathered.names.addText(host, exactTag(list))
    const { refused } = gatherer.done()
    for (const { why } of refused)
      problems.push(
        `${row.kind === 'help' ? 'Help' : `The rule ${row.id}`} names something that is no address: ${why}.`,
      )
  }
  return problems
}

function takeOwn(text: string, into: ListGatherer): void {
  if (/^[\d.]+(\/\d+|\s*-\s*[\d.]+)$|^\[?[0-9a-f:]*:[0-9a-f:]*\]?(\/\d+)?$/i.test(text)) return takeAddress(text, into)
  const url = canonicalUrl(text.replace(/^\*?\./, ''))
  if (isHost(url)) into.url(text.replace(/^\*?\./, ''))
  else into.refuse(url.why)
}

async function gatherLists({ parts, unknownFolders }: ListTable, gathered: Gathered): Promise<readonly ListReport[]> {
  const reports: ListReport[] = []
  for (const part of parts) reports.push(await readList(part, gathered))
  const unknown = unknownFolders.map(({ source, folder, files }): ListReport => {
    const why = `the folder ${folder} is given no category`
    const examples = files.map(({ path }) => ({ file: path, line: 0, text: '', why }))
    return {
      list: source.id,
      lines: 0,
      entries: 0,
      duplicates: 0,
      comments: 0,
      refused: [{ why, lines: files.length }],
      examples,
    }
  })
  return [...reports, ...unknown]
}

function assembled(
  input: CompileInput,
  { rows }: ListTable,
  gathered: Gathered,
  illegal: Awaited<ReturnType<typeof gatherSuppliers>>,
): Uint8Array<ArrayBuffer> {
  const { names } = gathered
  const parts = buildNameTable(names.pool, names.setOf)
  const { starts, tags } = names.sets.flat()
  const meta = encodeMeta({
    policy: input.policy,
    lists: rows,
    engines: SAFE_SEARCH,
    patterns: gathered.patterns,
    blockBits: { 4: [...gathered.blockBits[4]], 6: [...gathered.blockBits[6]] },
    phrases: input.phrases ?? [],
    suppliers: illegal.suppliers,
    names: { seed: parts.seed, buckets: parts.buckets, count: names.pool.count },
  })
  const sections = {
    meta,
    index: asBytes(parts.index),
    entries: parts.entries,
    code: asBytes(parts.code),
    setStarts: asBytes(starts),
    setTags: asBytes(tags),
    illegal: illegal.hashes,
  }
  return writeSnapshotFile(sections, input.number, input.at, input.seal)
}
