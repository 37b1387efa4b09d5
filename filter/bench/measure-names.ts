import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto'
import {
  compile,
  openSnapshot,
  update,
  type ListSource,
  type OpenSnapshot,
  type Policy,
  type Seal,
} from '../engine/src/index.js'
import { Hits } from '../engine/src/names/name-table.js'
import { CLimit } from './c-limit.js'
import { figure, type Figure } from './figures.js'
import { makeDomains } from './make-domains.js'
import { makeQuestions, type Questions } from './make-questions.js'
import { measurePeers } from './measure-peers.js'
import { median, leastTime } from './processor-time.js'

const AT = Date.parse('2026-11-26T10:00:00Z')
const ROUNDS = 5

const pair = generateKeyPairSync('ed25519')
export const benchSeal: Seal = {
  digest: (bytes) => createHash('sha256').update(bytes).digest(),
  sign: (bytes) => sign(null, bytes, pair.privateKey),
  verify: (bytes, signature) => verify(null, bytes, pair.publicKey, signature),
}

const provenance = { author: 'bench', approver: 'bench', date: '2026-11-26' }

export const benchPolicy: Policy = {
  format: 1,
  school: 'Bench',
  calendar: { terms: [{ from: '2026-09-01', to: '2026-12-19' }], closed: [] },
  categories: ['games', 'adult', 'social', 'gambling'].map((id) => ({ id, title: id, childWords: id })),
  groups: ['ks1', 'ks2', 'staff'].map((id) => ({
    id,
    title: id,
    voice: 'pupil' as const,
    unlisted: 'allow' as const,
    safeSearch: true,
    youtube: 'strict' as const,
    addresses: 'block' as const,
  })),
  times: [{ id: 'lunch', days: 'school-days', from: '12:00', to: '13:00' }],
  rules: [
    {
      id: 'r1',
      kind: 'rule',
      verdict: 'block',
      about: { categories: ['games', 'adult', 'gambling'] },
      to: { everyone: true },
      reason: 'r1',
      ...provenance,
    },
    {
      id: 'r2',
      kind: 'rule',
      verdict: 'allow',
      about: { categories: ['games'] },
      to: { groups: ['ks2'] },
      when: 'lunch',
      reason: 'r2',
      ...provenance,
    },
    {
      id: 'r3',
      kind: 'rule',
      verdict: 'ask',
      about: { categories: ['social'] },
      to: { groups: ['ks2'] },
      reason: 'r3',
      ...provenance,
    },
    {
      id: 'r4',
      kind: 'rule',
      verdict: 'allow',
      about: { hosts: ['school.example', 'reading.example'] },
      to: { everyone: true },
      reason: 'r4',
      ...provenance,
    },
  ],
  help: ['childline.org.uk'],
}

/** The names as four category lists, handed over in pieces as from a file. */
export function asLists(names: readonly string[]): readonly ListSource[] {
  return benchPolicy.categories.map(({ id }, part) => ({
    id,
    title: id,
    format: 'domains',
    category: id,
    files: [fileOf(names.filter((_, at) => at % 4 === part))],
    ...provenance,
  }))
}

function fileOf(names: readonly string[]): ListSource['files'][number] {
  const bytes = Buffer.from(`${names.join('\n')}\n`)
  return {
    path: 'domains',
    async *read() {
      for (let at = 0; at < bytes.length; at += 1 << 20) yield bytes.subarray(at, at + (1 << 20))
    },
  }
}

export async function measureNames(size: number): Promise<readonly Figure[]> {
  const title = `${(size / 1e6).toLocaleString('en-GB')} M domains`
  const isLarge = size >= 5_000_000
  const names = makeDomains(size)
  const questions = makeQuestions(names, 1_000_000)
  const lists = asLists(names)
  const compiling = performance.now()
  const { bytes, report } = await compile({
    policy: benchPolicy,
    lists,
    suppliers: [],
    number: 1,
    at: AT,
    seal: benchSeal,
    expected: size,
  })
  if (bytes === null) throw new Error(report.problems.join())
  const compiled = performance.now() - compiling
  const shared = new SharedArrayBuffer(bytes.length)
  new Uint8Array(shared).set(bytes)
  const opening = Array.from({ length: 3 }, () => leastTime(1, () => void openSnapshot(shared, benchSeal)))
  const snapshot = openSnapshot(shared, benchSeal)
  const figures = [
    figure(
      `${title}: bytes a domain in the snapshot (names of ${(names.join('').length / size).toFixed(1)} on average)`,
      bytes.length / size,
      '',
      { atMost: 12 },
    ),
    figure(`${title}: compiled, wall clock`, compiled / 1000, ' s', { atMost: isLarge ? 20 : 3 }),
    figure(`${title}: opened, signature and digest checked, processor time`, median(opening), ' ms', {
      atMost: isLarge ? 120 : 20,
    }),
    ...(await measureUpdate(snapshot, names, compiled, title)),
    ...measureLookups(snapshot, names, questions, title),
  ]
  return [
    ...figures,
    ...(size <= 1_000_000 ? await measurePeers(names, questions, () => lookupsOf(snapshot, questions), title) : []),
  ]
}

async function measureUpdate(
  snapshot: OpenSnapshot,
  names: readonly string[],
  compiled: number,
  title: string,
): Promise<readonly Figure[]> {
  const count = Math.floor(names.length / 200)
  const fresh = Array.from({ length: count }, (_, at) => `fresh-${at}.${names[at * 3] ?? 'example'}`)
  const gone = names.filter((_, at) => at % 4 === 0).slice(0, count)
  const [source] = asLists(names.slice(0, 4)) as readonly [ListSource]
  const times: number[] = []
  let bytes = new Uint8Array()
  // Three times, because one of them sweeps up what the compilation before it left in memory; a school's update is a process of its own.
  for (let round = 0; round < 3; round++) {
    const start = performance.now()
    const changes = [{ source, added: [fileOf(fresh)], removed: [fileOf(gone)] }]
    ;({ bytes } = await update(snapshot, changes, { number: 2, at: AT, seal: benchSeal }))
    times.push(performance.now() - start)
  }
  const next = openSnapshot(bytes.buffer, benchSeal)
  const { walked } = walking(next, { ...makeQuestions(fresh, 1000), texts: fresh })
  if (walked === 0) throw new Error('The update did not take')
  return [
    figure(`${title}: a diff of 1 % applied, of a full compilation`, median(times) / compiled, '', { atMost: 0.1 }),
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
