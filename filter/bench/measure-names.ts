import { openSnapshot, type OpenSnapshot } from '../engine/src/index.js'
import { Hits } from '../engine/src/names/name-table.js'
import { asLists, AT, benchSeal, compiled } from './bench-school.js'
import { CLimit } from './c-limit.js'
import { figure, type Figure } from './figures.js'
import { makeDomains } from './make-domains.js'
import { makeQuestions, type Questions } from './make-questions.js'
import { measureChanges } from './measure-changes.js'
import { measurePeers } from './measure-peers.js'
import { median, leastTime } from './processor-time.js'

const ROUNDS = 5

export async function measureNames(size: number): Promise<readonly Figure[]> {
  const title = `${(size / 1e6).toLocaleString('en-GB')} M domains`
  const isLarge = size >= 5_000_000
  const names = makeDomains(size)
  const questions = makeQuestions(names, 1_000_000)
  const lists = asLists(names)
  const compiling = performance.now()
  const shared = await compiled(lists, size)
  const took = performance.now() - compiling
  const opening = Array.from({ length: 3 }, () => leastTime(1, () => void openSnapshot(shared, benchSeal)))
  const snapshot = openSnapshot(shared, benchSeal)
  const figures = [
    figure(
      `${title}: bytes a domain in the snapshot (names of ${(names.join('').length / size).toFixed(1)} on average)`,
      shared.byteLength / size,
      '',
      { atMost: 12 },
    ),
    figure(`${title}: compiled, wall clock`, took / 1000, ' s', { atMost: isLarge ? 20 : 3 }),
    figure(`${title}: opened, signature and digest checked, processor time`, median(opening), ' ms', {
      atMost: isLarge ? 120 : 20,
    }),
    ...measureChanges(size, title),
    ...measureLookups(snapshot, names, questions, title),
  ]
  return [
    ...figures,
    ...(size <= 1_000_000 ? await measurePeers(names, questions, () => lookupsOf(snapshot, questions), title) : []),
  ]
}

function walking(snapshot: OpenSnapshot, { bytes, starts }: Questions): { walked: number } {
  const hits = new Hits()
  let walked = 0
  for (let at = 0; at + 1 < starts.length; at++) {
    snapshot.names.walk(bytes, starts[at] as number, starts[at + 1] as number, hits)
    walked += hits.count
  }
  return { walked }
}

/** Million bare lookups a second of processor time. */
function lookupsOf(snapshot: OpenSnapshot, questions: Questions): number {
  return questions.texts.length / leastTime(ROUNDS, () => void walking(snapshot, questions)) / 1000
}

function measureLookups(
  snapshot: OpenSnapshot,
  names: readonly string[],
  questions: Questions,
  title: string,
): readonly Figure[] {
  const limit = new CLimit('limit.c')
  limit.run(`${names.join('\n')}\n`, `${questions.texts.join('\n')}\n`, 1)
  const rounds = Array.from({ length: ROUNDS }, () => ({
    c: limit.again(3)?.[1] ?? 0,
    bare: lookupsOf(snapshot, questions),
    whole: decisionsOf(snapshot, questions),
  }))
  const hitsInC = limit.again(1)?.[2] ?? 0
  limit.remove()
  const { walked } = walking(snapshot, questions)
  if (hitsInC !== 0 && hitsInC !== walked) throw new Error(`C found ${hitsInC} and the engine ${walked}`)
  const [c, bare, whole] = [
    median(rounds.map((each) => each.c)),
    median(rounds.map((each) => each.bare)),
    median(rounds.map((each) => each.whole)),
  ]
  return [
    figure(`${title}: the limit in C`, c, ' M/s'),
    figure(`${title}: bare lookups, verified on every hit`, bare, ' M/s'),
    ...(c === 0
      ? []
      : [
          figure(`${title}: bare lookups, of the limit in C`, median(rounds.map((each) => each.bare / each.c)), '', {
            atLeast: 0.4,
          }),
        ]),
    figure(`${title}: whole decisions (group, time, precedence), of bare lookups`, whole / bare, '', { atLeast: 0.5 }),
    figure(`${title}: an explanation in three voices`, explanationOf(snapshot, questions), ' µs', { atMost: 50 }),
  ]
}

function decisionsOf(snapshot: OpenSnapshot, { bytes, starts, texts }: Questions): number {
  const profile = snapshot.profile({ group: 'ks2' })
  let sum = 0
  const took = leastTime(2, () => {
    for (let at = 0; at < texts.length; at++)
      sum += snapshot.outcomeOfName(bytes, starts[at] as number, starts[at + 1] as number, profile, AT)
  })
  if (sum === 0) throw new Error('No decision was made')
  return texts.length / took / 1000
}

function explanationOf(snapshot: OpenSnapshot, { texts }: Questions): number {
  const some = texts.slice(0, 20_000)
  const took = leastTime(3, () => {
    for (const target of some) snapshot.decide({ kind: 'dns', target, who: { group: 'ks2' }, at: AT })
  })
  return (took / some.length) * 1000
}
