#!/usr/bin/env node
/**
 * Checks an exported journal with nothing but Node: every entry's digest, every link's hash, no gap, no entry moved.
 *
 *   node tools/check-journal.mjs journal.jsonl [position:hash …]
 *
 * Each position:hash is an end of the chain that was published earlier: a chain rebuilt since then cannot have it.
 * It shares no code with Hedgerow on purpose: a fault in one must not hide in the other. Exit code 1 when anything is wrong.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

/** By code units, as JavaScript sorts texts by itself. */
const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

/** One text for one value: keys sorted, no spaces, absent keys left out. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const pairs = Object.keys(value)
    .sort(byText)
    .filter((key) => value[key] !== undefined)
  return `{${pairs.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`
}

const digestOf = (entry) => sha256(canonical({ ...entry, posts: [...entry.posts].sort(byText) }))

/** What one line adds to what is known of the chain: its faults, each a sentence that names the entry. */
function faultsOf({ position, entry_id, digest, hash, entry }, chain) {
  const name = `entry ${entry_id} at position ${position}`
  const faults = []
  if (position !== chain.last + 1)
    faults.push(`Before ${name}, entries are missing or moved: the one before it has position ${chain.last}.`)
  if (!entry) faults.push(`The ${name} was deleted.`)
  else if (digestOf(entry).toString('hex') !== digest || entry.id !== entry_id)
    faults.push(`The ${name} (${entry.act}) was altered.`)
  const expected = sha256(chain.before, String(position), entry_id, Buffer.from(digest, 'hex'))
  if (expected.toString('hex') !== hash) faults.push(`The link of ${name} does not follow from the one before it.`)
  if (chain.heads.has(position) && chain.heads.get(position) !== hash)
    faults.push(`At position ${position} the chain is another than the one that was published.`)
  return faults
}

/** Lines of the file as objects; a line that is no JSON ends the reading with null. */
async function* linesOf(file) {
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (text.trim() === '') continue
    try {
      yield JSON.parse(text)
    } catch {
      yield null
      return
    }
  }
}

const headsOf = (published) =>
  new Map(published.map((text) => text.split(':')).map(([position, hash]) => [Number(position), hash]))

/** Reads the file and returns how many entries it has and what is wrong. */
export async function checkJournal(file, published = []) {
  const lines = linesOf(file)
  const header = (await lines.next()).value
  if (header?.hedgerow !== 'journal' || header.format !== 1)
    return { entries: 0, faults: ['This is not a Hedgerow journal.'] }
  const chain = { before: Buffer.alloc(32), last: 0, heads: headsOf(published) }
  const faults = []
  for await (const line of lines) {
    if (line === null) {
      faults.push(`After position ${chain.last} there is a line that is not JSON: the file was cut or edited.`)
      break
    }
    faults.push(...faultsOf(line, chain))
    chain.heads.delete(line.position)
    chain.before = Buffer.from(line.hash, 'hex')
    chain.last = line.position
  }
  for (const position of chain.heads.keys())
    faults.push(`The chain ends before position ${position}, which was published: its end was cut off.`)
  return { entries: chain.last, head: chain.before.toString('hex'), faults }
}

if (import.meta.url === `file://${process.argv[1]}`) {
  const [file, ...published] = process.argv.slice(2)
  if (!file) {
    console.error('Say which file: node tools/check-journal.mjs journal.jsonl [position:hash …]')
    process.exit(2)
  }
  const { entries, head, faults } = await checkJournal(file, published)
  for (const fault of faults) console.log(fault)
  console.log(
    faults.length === 0
      ? `${entries} entries: nothing was altered, dropped or moved. The chain ends at ${entries}:${head}.`
      : `${faults.length} faults.`,
  )
  process.exit(faults.length === 0 ? 0 : 1)
}
