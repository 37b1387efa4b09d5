import { gramsOf, slotOf } from './grams.js'
import { ABOUT_HOST, FROM_START, LAST, NONE, PREFIX, TO_END } from './pattern-layout.js'
import { patternKey, type UrlPattern } from './url-pattern.js'

/**
 * Lays patterns out (pattern-layout.ts), of which no two are the same. One that may be anywhere waits under the four of its characters that
 * the fewest others have. The order does not depend on how they came, so that the same lists are always explained alike.
 */
export function buildPatternTable(patterns: readonly UrlPattern[]): Uint8Array {
  const rarest = rarestGrams(patterns)
  const place = (pattern: UrlPattern): number => (pattern.host !== null ? 0 : rarest.has(pattern) ? 2 : 1)
  const ordered = patterns.toSorted((a, b) => place(a) - place(b) || compare(patternKey(a), patternKey(b)))
  const hosts = ordered.filter((pattern) => place(pattern) === 0).length
  const always = ordered.filter((pattern) => place(pattern) === 1).length

  const waiting = new Map<number, number[]>()
  for (let number = hosts + always; number < ordered.length; number++) {
    const gram = rarest.get(ordered[number] as UrlPattern) as number
    waiting.set(gram, [...(waiting.get(gram) ?? []), number])
  }
  const slots = waiting.size === 0 ? 0 : 2 ** Math.ceil(Math.log2(waiting.size * 2))
  const records = ordered.map(recordOf)
  const numbers = [ordered.length, hosts, always, slots, ordered.length - hosts - always]
  let end = 0
  for (const record of [...records, new Uint8Array()]) {
    numbers.push(end)
    end += record.length
  }
  return joined([...numbers, ...indexOf(waiting, slots)], records, end)
}

/** For each pattern that may be anywhere, the gram of its that the fewest others have; none where it has no gram. */
function rarestGrams(patterns: readonly UrlPattern[]): ReadonlyMap<UrlPattern, number> {
  const anywhere = patterns.filter(({ host }) => host === null)
  const common = new Map<number, number>()
  for (const { text } of anywhere) for (const gram of gramsIn(text)) common.set(gram, (common.get(gram) ?? 0) + 1)
  const rarest = new Map<UrlPattern, number>()
  for (const pattern of anywhere) {
    let fewest = Infinity
    for (const gram of gramsIn(pattern.text)) {
      const others = common.get(gram) as number
      if (others >= fewest) continue
      fewest = others
      rarest.set(pattern, gram)
    }
  }
  return rarest
}

/** The slots and the runs. */
function indexOf(waiting: ReadonlyMap<number, readonly number[]>, slots: number): readonly number[] {
  const table = Array.from({ length: slots * 2 }, () => NONE)
  const runs: number[] = []
  for (const [gram, patterns] of waiting) {
    let slot = slotOf(gram, slots)
    while (table[slot * 2 + 1] !== NONE) slot = (slot + 1) & (slots - 1)
    table[slot * 2] = gram
    table[slot * 2 + 1] = runs.length
    runs.push(...patterns.slice(0, -1), ((patterns.at(-1) as number) | LAST) >>> 0)
  }
  return [...table, ...runs]
}

function recordOf({ list, host, text, fromStart, toEnd }: UrlPattern): Uint8Array {
  const flags = (fromStart ? FROM_START : 0) | (toEnd ? TO_END : 0) | (host === null ? 0 : ABOUT_HOST)
  const [name, words] = [encoder.encode(host ?? ''), encoder.encode(text)]
  const record = new Uint8Array(PREFIX + name.length + words.length)
  record.set([list & 0xff, list >> 8, flags, name.length])
  record.set(name, PREFIX)
  record.set(words, PREFIX + name.length)
  return record
}

const encoder = new TextEncoder()

function gramsIn(text: string): Uint32Array {
  const bytes = encoder.encode(text)
  const grams = new Uint32Array(bytes.length)
  return grams.subarray(0, gramsOf(bytes, bytes.length, grams))
}

function joined(numbers: readonly number[], records: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 4 + length)
  new Uint32Array(bytes.buffer, 0, numbers.length).set(numbers)
  let at = numbers.length * 4
  for (const record of records) {
    bytes.set(record, at)
    at += record.length
  }
  return bytes
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b))
