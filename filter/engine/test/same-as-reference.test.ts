import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { layerOf, verdictOf } from '../src/index.js'
import type { Who } from '../src/contract.js'
import type { Rule, RuleAudience, RuleSubject, TimeBand, Verdict } from '../src/policy.js'
import { referenceAnswer, type PlainEntry } from './reference.js'
import { listOf, opened, policyOf, ruleOf, THURSDAY } from './school.js'

/** Few letters, so that names meet: most questions hit something, and often several things at once. */
function chance(start: number) {
  let state = start
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  const of = <T>(from: readonly T[]): T => from[below(from.length)]!
  const some = <T>(from: readonly T[]): readonly T[] => from.filter(() => next() < 0.4)
  return { next, below, of, some }
}

type Chance = ReturnType<typeof chance>

const host = ({ of, below }: Chance): string =>
  [
    ...Array.from({ length: below(3) }, () => of(['a', 'b', 'www', 'x-1'])),
    of(['a', 'b', 'c']),
    of(['test', 'example']),
  ].join('.')
const path = ({ of, below }: Chance): string =>
  Array.from({ length: 1 + below(2) }, () => `/${of(['p', 'q', 'r'])}`).join('')
const CATEGORIES = ['games', 'gambling', 'social', 'adult', 'vpn', 'self-harm']
const VERDICTS: readonly Verdict[] = ['allow', 'flag', 'ask', 'block']

function madeEntry(
  c: Chance,
  list: string,
  category: string | null,
  kind: 'list' | 'rule',
): { text: string; entry: PlainEntry } {
  const roll = c.next()
  if (roll < 0.6) {
    const name = host(c)
    return { text: name, entry: { list, kind, category, host: name } }
  }
  if (roll < 0.85) {
    const [name, below] = [host(c), path(c)]
    return { text: name + below, entry: { list, kind, category, host: name, path: below } }
  }
  const [bits, last] = [c.of([24, 28, 32]), c.below(64)]
  const base = (192n << 24n) | (2n << 8n) | BigInt(last & (bits === 24 ? 0 : bits === 28 ? 0xf0 : 0xff))
  return { text: `192.0.2.${base & 255n}/${bits}`, entry: { list, kind, category, block: [base, bits] } }
}

function audience(c: Chance): RuleAudience {
  const roll = c.below(5)
  const narrowed = c.next() < 0.2 ? { places: c.some(['library', 'hall']) } : {}
  if (roll === 0) return { everyone: true, ...narrowed }
  if (roll === 1) return { persons: c.some(['p1', 'p2']), ...narrowed }
  if (roll === 2) return { classes: c.some(['3A', '4B']), ...narrowed }
  return { groups: c.some(['eyfs', 'ks2', 'staff']), ...narrowed }
}

/** A rule that the compiler takes: nominations name people, temporary ones end, locked ones block, locks stay shut. */
function madeRule(c: Chance, id: string): { rule: Rule; entries: readonly PlainEntry[] } {
  const made = Array.from({ length: 1 + c.below(3) }, () => madeEntry(c, id, null, 'rule')).map((each) => ({
    ...each,
    text: each.text.replace(/^(192\.0\.2\.\d+)\/32$/, '$1/32'),
  }))
  const roll = c.next()
  const about: RuleSubject =
    roll < 0.4
      ? { hosts: made.map(({ text }) => text) }
      : roll < 0.6
        ? { lists: c.some(['list0', 'list1', 'list2']) }
        : roll < 0.95
          ? { categories: c.some(CATEGORIES) }
          : { everything: true }
  const kind = c.of(['rule', 'rule', 'rule', 'temporary', 'lesson', 'nominated', 'locked'] as const)
  const opensLock =
    kind !== 'nominated' && 'categories' in about && about.categories.some((each) => each === 'adult' || each === 'vpn')
  const verdict = kind === 'locked' || opensLock ? 'block' : c.of(VERDICTS)
  const to = kind === 'nominated' ? { persons: ['p1'] } : audience(c)
  const at = (hours: number): string => new Date(THURSDAY + hours * 3_600_000).toISOString()
  const times = {
    ...(c.next() < 0.3 ? { when: c.of(['lessons', 'lunch', 'night']) } : {}),
    ...(kind === 'temporary' ? { until: at(c.below(8) - 3) } : {}),
    ...(c.next() < 0.1 ? { from: at(c.below(6) - 3) } : {}),
  }
  return {
    rule: ruleOf(id, { verdict, about, to, kind, ...times }),
    entries: 'hosts' in about ? made.map(({ entry }) => entry) : [],
  }
}

const NIGHT: TimeBand = { id: 'night', days: ['thu', 'fri'], from: '21:00', to: '06:30' }

async function oneSchool(start: number): Promise<number> {
  const c = chance(start)
  const made = Array.from({ length: 2 + c.below(10) }, (_, number) => madeRule(c, `rule${number}`))
  const categories = [c.of(CATEGORIES), c.of(CATEGORIES), null]
  const listed = categories.map((category, number) =>
    Array.from({ length: 3 + c.below(8) }, () => madeEntry(c, `list${number}`, category, 'list')),
  )
  const lists = listed.map((entries, number) =>
    listOf(`list${number}`, entries.map(({ text }) => text).join('\n'), {
      category: categories[number]!,
      format: 'urls',
    }),
  )
  const policy = policyOf(
    made.map(({ rule }) => rule),
    { times: [...policyOf([]).times, NIGHT], help: ['help.example'] },
  )
  // The format for URLs reads no blocks; those of a list are left out on both sides.
  const entries = [
    ...listed
      .flat()
      .map(({ entry }) => entry)
      .filter(({ block }) => block === undefined),
    ...made.flatMap((each) => each.entries),
    { list: 'help', kind: 'help' as const, category: null, host: 'help.example' },
  ]
  const snapshot = await opened({ policy, lists })
  let asked = 0
  for (; asked < 120; asked++) {
    const who: Who = {
      group: c.of(['eyfs', 'ks2', 'staff', 'nobody-knows']),
      person: c.of([null, 'p1', 'p2']),
      classes: c.some(['3A', '4B']),
      place: c.of([null, 'library']),
    }
    const at = THURSDAY + Math.floor((c.next() - 0.5) * 14 * 86_400_000)
    const name =
      c.next() < 0.2
        ? `192.0.2.${c.below(64)}`
        : c.of([host(c), `${c.of(['sub', 'a'])}.${host(c)}`, `www.help.example`])
    const target = c.next() < 0.5 ? name : `https://${name}${path(c)}${c.of(['', '/', '?x=1', '/s'])}`
    const kind = target.includes('://') ? ('http' as const) : ('dns' as const)
    const wanted = referenceAnswer(policy, entries, who, target, at)
    const profile = snapshot.profile(who)
    const outcome =
      kind === 'dns' ? snapshot.outcomeOfHost(target, profile, at) : snapshot.outcomeOfUrl(target, profile, at)
    const decision = snapshot.decide({ kind, target, who, at })
    const told = `school ${start}, ${target} for ${JSON.stringify(who)} at ${new Date(at).toISOString()}`
    assert.deepEqual({ verdict: verdictOf(outcome), layer: layerOf(outcome) }, wanted, told)
    assert.deepEqual({ verdict: decision.verdict, layer: decision.layer }, wanted, `explained: ${told}`)
    assert.equal(snapshot.decide({ kind, target, who, at }).id, decision.id)
  }
  return asked
}

describe('the engine says what a slow and plain reading of lists and policy says', () => {
  test('for 150 made-up schools and 18,000 questions, asked fast and explained', async () => {
    let asked = 0
    for (let start = 1; start <= 150; start++) asked += await oneSchool(start * 7919)
    assert.equal(asked, 18_000)
  })
})
