import type { LayerId, Who } from '../src/contract.js'
import type { Policy, Rule, TimeBand, Verdict } from '../src/policy.js'

/** One entry of one list, as the reference sees it. */
export interface PlainEntry {
  readonly list: string
  /** 'rule' entries are a rule's own hosts; the list is then the rule's id. */
  readonly kind: 'list' | 'rule' | 'help' | 'exception'
  readonly category: string | null
  readonly host?: string
  readonly exact?: boolean
  readonly path?: string
  readonly block?: readonly [first: bigint, bits: number]
}

interface Say {
  readonly layer: LayerId
  readonly verdict: Verdict
  readonly depth: number
}

const ORDER: readonly LayerId[] = [
  'help',
  'nominated',
  'locked',
  'temporary',
  'lesson',
  'person-list',
  'class-list',
  'group-list',
  'school-list',
  'category',
  'address',
  'default',
]
const LONGEST: ReadonlySet<LayerId> = new Set<LayerId>([
  'nominated',
  'locked',
  'temporary',
  'lesson',
  'person-list',
  'class-list',
  'group-list',
  'school-list',
])
const STRICT: readonly Verdict[] = ['allow', 'flag', 'ask', 'block']

/**
 * What the filter ought to say, worked out as slowly and plainly as it can be: every entry of every list is compared with
 * the address as text, every rule is looked at, and the clock is the platform's own. It shares no code with the engine.
 */
export function referenceAnswer(
  policy: Policy,
  entries: readonly PlainEntry[],
  who: Who,
  target: string,
  at: number,
): { verdict: Verdict; layer: LayerId } {
  const url = URL.parse(target.includes('://') ? target : `http://${target}`)
  if (url === null) return { verdict: 'block', layer: 'malformed' }
  const host = url.hostname.replace(/\.$/, '')
  if (!isAddress(host) && (host.length > 253 || host.split('.').some((label) => label === '' || label.length > 63)))
    return { verdict: 'block', layer: 'malformed' }
  const path = target.includes('://') ? url.pathname + url.search : null
  const matches = entries.flatMap((entry) => {
    const depth = depthOf(entry, host, path)
    return depth === null ? [] : [{ entry, depth }]
  })
  const spared = new Set(matches.filter(({ entry }) => entry.kind === 'exception').map(({ entry }) => entry.list))
  const held = matches.filter(({ entry }) => entry.kind !== 'exception' && !spared.has(entry.list))
  const rules = policy.rules.filter((rule) => isFor(rule, who) && isNow(rule, policy, at))
  const says: Say[] = []
  const group = policy.groups.find(({ id }) => id === who.group)
  says.push(
    isAddress(host)
      ? { layer: 'address', verdict: group?.addresses ?? 'block', depth: 0 }
      : { layer: 'default', verdict: group?.unlisted ?? 'block', depth: 0 },
  )
  for (const { entry, depth } of held) {
    if (entry.kind === 'help') says.push({ layer: 'help', verdict: 'allow', depth })
    for (const rule of rules) {
      const isOwn = entry.kind === 'rule' && 'hosts' in rule.about && rule.id === entry.list
      const isNamed = entry.kind === 'list' && 'lists' in rule.about && rule.about.lists.includes(entry.list)
      if (isOwn || isNamed) says.push({ layer: layerOf(rule), verdict: rule.verdict, depth })
    }
  }
  for (const rule of rules)
    if ('everything' in rule.about) says.push({ layer: layerOf(rule), verdict: rule.verdict, depth: 0 })
  for (const category of new Set(held.flatMap(({ entry }) => (entry.kind === 'list' ? (entry.category ?? []) : [])))) {
    const depth = Math.max(
      ...held.filter(({ entry }) => entry.kind === 'list' && entry.category === category).map((each) => each.depth),
    )
    says.push(...inCategory(policy, rules, category, depth))
  }
  const [best] = says.toSorted(
    (a, b) =>
      ORDER.indexOf(a.layer) - ORDER.indexOf(b.layer) ||
      (LONGEST.has(a.layer) ? b.depth - a.depth : 0) ||
      STRICT.indexOf(b.verdict) - STRICT.indexOf(a.verdict),
  )
  return { verdict: best!.verdict, layer: best!.layer }
}

function inCategory(policy: Policy, rules: readonly Rule[], category: string, depth: number): readonly Say[] {
  const about = rules.filter((rule) => 'categories' in rule.about && rule.about.categories.includes(category))
  const locked = policy.categories.find(({ id }) => id === category)?.locked === true
  const place = (rule: Rule): number => {
    const kinds = [
      'nominated',
      'locked',
      'temporary',
      'lesson',
      'person-list',
      'class-list',
      'group-list',
      'school-list',
    ]
    return kinds.indexOf(layerOf(rule))
  }
  const ranked = about.toSorted(
    (a, b) =>
      place(a) - place(b) ||
      Number(b.when !== undefined) - Number(a.when !== undefined) ||
      STRICT.indexOf(b.verdict) - STRICT.indexOf(a.verdict),
  )
  const [first] = ranked
  if (locked && (first === undefined || place(first) > 0)) return [{ layer: 'locked', verdict: 'block', depth }]
  if (first === undefined) return []
  const shuts = first.kind === 'locked' || (locked && first.verdict === 'block')
  return [{ layer: shuts ? 'locked' : 'category', verdict: first.verdict, depth }]
}

function layerOf({ kind, to }: Rule): LayerId {
  if (kind !== 'rule') return kind
  return to.persons ? 'person-list' : to.classes ? 'class-list' : to.groups ? 'group-list' : 'school-list'
}

function isFor({ to }: Rule, who: Who): boolean {
  if (to.devices && !to.devices.includes(who.device ?? '?')) return false
  if (to.places && !to.places.includes(who.place ?? '?')) return false
  if (to.everyone || (!to.groups && !to.classes && !to.persons)) return true
  return (
    Boolean(to.groups?.includes(who.group)) ||
    Boolean(to.persons?.includes(who.person ?? '?')) ||
    Boolean(who.classes?.some((each) => to.classes?.includes(each)))
  )
}

const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function wall(at: number): { date: string; day: string; clock: string } {
  const part = Object.fromEntries(LONDON.formatToParts(at).map(({ type, value }) => [type, value]))
  return {
    date: `${part.year}-${part.month}-${part.day}`,
    day: part.weekday!.toLowerCase(),
    clock: `${part.hour}:${part.minute}`,
  }
}

function isNow(rule: Rule, policy: Policy, at: number): boolean {
  if (rule.from !== undefined && at < Date.parse(rule.from)) return false
  if (rule.until !== undefined && at >= Date.parse(rule.until)) return false
  const band = policy.times.find(({ id }) => id === rule.when)
  return band === undefined || isIn(band, policy, at)
}

function isIn(band: TimeBand, policy: Policy, at: number): boolean {
  const { clock, date } = wall(at)
  const before = new Date(Date.parse(`${date}T12:00:00Z`) - 86_400_000)
  if (band.from < band.to) return clock >= band.from && clock < band.to && isDay(band, policy, date)
  return (
    (clock >= band.from && isDay(band, policy, date)) ||
    (clock < band.to && isDay(band, policy, before.toISOString().slice(0, 10)))
  )
}

function isDay({ days }: TimeBand, { calendar }: Policy, date: string): boolean {
  const day = new Date(`${date}T12:00:00Z`)
    .toLocaleDateString('en-GB', { weekday: 'short', timeZone: 'UTC' })
    .toLowerCase()
  const school =
    !['sat', 'sun'].includes(day) &&
    !calendar.closed.includes(date) &&
    calendar.terms.some(({ from, to }) => date >= from && date < to)
  if (days === 'every-day') return true
  if (days === 'school-days') return school
  return days === 'not-school-days' ? !school : days.includes(day as 'mon')
}

const isAddress = (host: string): boolean => /^\d+\.\d+\.\d+\.\d+$/.test(host)

/** How much of the address an entry names, or null when it does not match. */
function depthOf(entry: PlainEntry, host: string, path: string | null): number | null {
  if (entry.block !== undefined) {
    if (!isAddress(host)) return null
    const [first, bits] = entry.block
    const value = host.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n)
    return value >> BigInt(32 - bits) === first >> BigInt(32 - bits) ? bits : null
  }
  const wanted = entry.host!
  const isBelow = host === wanted || (!entry.exact && host.endsWith(`.${wanted}`))
  if (!isBelow || isAddress(host)) return null
  if (entry.path === undefined) return wanted.length
  if (path === null || !(path === entry.path || path.startsWith(`${entry.path}/`) || path.startsWith(`${entry.path}?`)))
    return null
  return 256 + wanted.length + entry.path.length
}
