import type { FilterEvent, Seal } from '../contract.js'
import { gatherSuppliers } from '../illegal/gather-suppliers.js'
import type { CompileReport, ListReport, ListSource, Phrase, SupplierSource } from '../list-source.js'
import type { ListPart } from '../lists/read-list.js'
import type { Policy } from '../policy.js'
import { buildPatternTable } from '../patterns/build-pattern-table.js'
import { unheardPhrases } from '../policy/check-phrases.js'
import { policyProblems, unruledCategories, weakeningAttempts } from '../policy/check-policy.js'
import { calendarEvents, knowsSchoolDaysUntil } from '../policy/school-time.js'
import { SAFE_SEARCH } from '../search/safe-search.js'
import { carryFrom, isRoomFor } from './carry.js'
import { gather, type Read } from './gather.js'
import { type ListContents, contentsOf, type ListState } from './list-contents.js'
import { listTable, type ListTable } from './list-table.js'
import { encodeMeta } from './meta.js'
import { countOf, entriesOf, type Named, namedAfter, namedAnew } from './named.js'
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
  /**
   * The snapshot in use: what a supplier fails to give comes from it, and nothing of its illegal layer is lost. Lists that
   * are as they were then are taken over from it.
   */
  readonly previous?: OpenSnapshot
  /** How many names there will be, about: saves growing. */
  readonly expected?: number
  /**
   * The platform's version of Unicode, by which it reads names that are not ASCII (UTS-46). When it changes, every list is
   * read again.
   */
  readonly unicode?: string
  /** Reads every list, also those that are as they were in `previous`. */
  readonly anew?: boolean
}

export interface Compiled {
  /** The signed file, or null when the report names problems. */
  readonly bytes: Uint8Array<ArrayBuffer> | null
  readonly report: CompileReport
  readonly events: readonly FilterEvent[]
}

/**
 * Makes one signed snapshot of lists and policy, and says what became of every line. The same input gives the same bytes;
 * lists that are taken over from a previous snapshot give the same answers as if they had been read.
 */
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
  const problems = [...attempts, ...policyProblems(policy, input.lists, input.phrases ?? [])]
  const none = { entries: 0, bytes: 0, lists: [], suppliers: [], notices: [] }
  if (problems.length > 0)
    return { bytes: null, events, report: { ...none, problems, milliseconds: performance.now() - started } }
  const table = listTable(policy, input.lists)
  const { named, reports, states, problems: own } = await name(input, table)
  const illegal = await gatherSuppliers(input.suppliers, input.previous ?? null, at)
  const bytes = own.length === 0 ? assembled(input, { rows: table.rows, named, states, illegal }) : null
  const report = {
    entries: countOf(named),
    bytes: bytes?.length ?? 0,
    lists: [...reports, ...unknownFolders(table)],
    suppliers: illegal.report,
    problems: own,
    notices: [...unruledCategories(policy, input.lists), ...unheardPhrases(input.phrases ?? [], policy)],
  }
  return {
    bytes,
    events: [...events, ...illegal.events, ...calendarEvents(knowsSchoolDaysUntil(policy), at)],
    report: { ...report, milliseconds: performance.now() - started },
  }
}

interface NamedBy {
  readonly named: Named
  readonly reports: readonly ListReport[]
  readonly states: readonly ListState[]
  readonly problems: readonly string[]
}

async function name(
  { policy, previous, anew, expected, unicode = '' }: CompileInput,
  table: ListTable,
): Promise<NamedBy> {
  const contents = new Map<ListPart, ListContents | null>()
  for (const part of table.parts) contents.set(part, await contentsOf(part, unicode))
  const carry = previous === undefined || anew ? null : carryFrom(previous, policy, table, contents)
  const changed = carry === null ? null : await gather(policy, table, { carry, expected: undefined })
  if (carry !== null && changed !== null && isRoomFor(changed.gathered.names.pool.count, carry))
    return told(changed, namedAfter(carry, changed.gathered, changed.gone), contents)
  const all = await gather(policy, table, { carry: null, expected })
  return told(all, namedAnew(all.gathered), contents)
}

/** With how many entries each list has, whether it was read or not. */
function told(
  { reports, problems }: Read,
  named: Named,
  contents: ReadonlyMap<ListPart, ListContents | null>,
): NamedBy {
  const all = [...reports].map(([part, report]) => ({
    part,
    report: { ...report, entries: entriesOf(named, part.list) },
  }))
  const states = all.flatMap(({ part, report: { list, entries, refused } }) => {
    const content = contents.get(part) ?? null
    return content === null ? [] : [{ ...content, list, entries, refused }]
  })
  return { named, problems, states, reports: all.map(({ report }) => report) }
}

/** One report for each source: a supplier's folders are dozens, and a school takes a few. */
function unknownFolders({ unknownFolders: unknown }: ListTable): readonly ListReport[] {
  return [...Map.groupBy(unknown, ({ source }) => source.id)].map(([list, folders]) => ({
    list,
    carried: false,
    lines: 0,
    entries: 0,
    duplicates: 0,
    comments: 0,
    examples: [],
    refused: folders.map(({ folder, files }) => ({
      why: folder === '' ? 'files that are in no folder' : `files in the folder ${folder}, which is given no category`,
      lines: files.length,
    })),
  }))
}

interface Parts {
  readonly rows: ListTable['rows']
  readonly named: Named
  readonly states: readonly ListState[]
  readonly illegal: Awaited<ReturnType<typeof gatherSuppliers>>
}

function assembled(input: CompileInput, { rows, named, states, illegal }: Parts): Uint8Array<ArrayBuffer> {
  const { parts, sets, sizes, patterns, blockBits } = named
  const { starts, tags } = sets.flat()
  const meta = encodeMeta({
    policy: input.policy,
    lists: rows,
    states,
    sizes,
    engines: SAFE_SEARCH,
    blockBits,
    phrases: input.phrases ?? [],
    suppliers: illegal.suppliers,
    names: { seed: parts.seed, buckets: parts.buckets, count: countOf(named) },
  })
  const sections = {
    meta,
    index: asBytes(parts.index),
    entries: parts.entries,
    code: asBytes(parts.code),
    setStarts: asBytes(starts),
    setTags: asBytes(tags),
    illegal: illegal.hashes,
    patterns: buildPatternTable(patterns),
  }
  return writeSnapshotFile(sections, input.number, input.at, input.seal)
}
