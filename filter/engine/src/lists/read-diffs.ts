import type { ListFile } from '../list-source.js'
import { type Gathered, gathering } from './list-gatherer.js'
import { type ListPart, parserFor, type Takers } from './read-list.js'
import { readLines } from './read-lines.js'
import { withoutPatterns } from '../patterns/url-pattern.js'

const PLUS = 0x2b
const MINUS = 0x2d
const HASH = 0x23

/** Marks of paths and patterns are never taken away: they cost a look, and another list may need them. */
const MARK_TAGS = 4

/**
 * Reads what changed in a list since its files were made, diff by diff: of each first what went and then what came, so
 * that a name which is in both is there. What went is kept in `gone` too, for names that only a snapshot before has.
 */
export async function readDiffs(
  part: ListPart,
  diffs: readonly ListFile[],
  { takers, into, gone }: { takers: Takers; into: Gathered; gone: Gathered },
): Promise<void> {
  for (const diff of diffs) {
    const { seed } = into.names.pool
    const [plus, minus] = [gathering(seed), gathering(seed)]
    await readDiff(part, diff, { takers, plus, minus })
    takeAway(minus, into, gone)
    add(plus, into)
  }
}

async function readDiff(
  { source }: ListPart,
  diff: ListFile,
  { takers: { listed, spared }, plus, minus }: { takers: Takers; plus: Gathered; minus: Gathered },
): Promise<void> {
  const parse = parserFor(source.format, diff.path, spared)
  let line = 0
  await readLines(diff, {
    line(bytes, from, to) {
      listed.at(diff.path, ++line)
      const sign = from < to ? bytes[from] : HASH
      if (sign === HASH) return listed.comment()
      listed.text(bytes, from, to)
      if (sign !== PLUS && sign !== MINUS) return listed.refuse('a line of a diff begins with + or -')
      for (const taker of [listed, spared]) taker.turnTo(sign === PLUS ? plus : minus)
      parse(bytes, from + 1, to, listed)
    },
    refused(why) {
      listed.at(diff.path, ++line)
      listed.refuse(why)
    },
  })
}

function takeAway({ names, patterns }: Gathered, from: Gathered, gone: Gathered): void {
  const { pool } = names
  eachTag(names, (number, tag) => {
    if (tag < MARK_TAGS) return
    const [start, end] = [pool.starts[number] as number, pool.end(number)]
    from.names.remove(pool.bytes, start, end, tag)
    gone.names.add(pool.bytes, start, end, tag)
  })
  from.patterns = withoutPatterns(from.patterns, patterns)
  for (const pattern of patterns) gone.patterns.push(pattern)
}

function add({ names, patterns, blockBits }: Gathered, to: Gathered): void {
  const { pool } = names
  eachTag(names, (number, tag) => to.names.add(pool.bytes, pool.starts[number] as number, pool.end(number), tag))
  for (const pattern of patterns) to.patterns.push(pattern)
  for (const version of [4, 6] as const) for (const bits of blockBits[version]) to.blockBits[version].add(bits)
}

function eachTag({ pool, sets, setOf }: Gathered['names'], visit: (number: number, tag: number) => void): void {
  for (let number = 0; number < pool.count; number++)
    for (const tag of sets.members(setOf[number] as number)) visit(number, tag)
}
