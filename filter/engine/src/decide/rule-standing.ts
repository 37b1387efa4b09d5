import type { Who } from '../contract.js'
import type { Policy, Rule, RuleAudience } from '../policy.js'
import { strictness } from '../policy/precedence.js'
import { holds, nextEdge } from '../policy/school-time.js'

/** Whether a rule is for a client. Any one of groups, classes and persons is enough; devices and places must fit as well. */
export function isFor(to: RuleAudience, who: Who): boolean {
  if (!allows(to.devices, who.device) || !allows(to.places, who.place)) return false
  if (to.everyone === true || !(to.groups ?? to.classes ?? to.persons)) return true
  return (
    names(to.groups, who.group) ||
    names(to.persons, who.person) ||
    (who.classes ?? []).some((each) => names(to.classes, each))
  )
}

const names = (list: readonly string[] | undefined, one: string | null | undefined): boolean =>
  list?.includes(one ?? '') ?? false

const allows = (list: readonly string[] | undefined, one: string | null | undefined): boolean =>
  list === undefined || names(list, one)

/** Which rules are for this client at all, by number. */
export const rulesFor = ({ rules }: Policy, who: Who): Uint8Array =>
  Uint8Array.from(rules, ({ to }) => (isFor(to, who) ? 1 : 0))

/** Which of a client's rules hold at a moment, and until when that cannot change. */
export function activeAt(
  policy: Policy,
  applies: Uint8Array,
  at: number,
): { readonly active: Uint8Array; readonly until: number } {
  const bands = new Map(policy.times.map((band) => [band.id, band]))
  const isActive = ({ when, from, until, verdict }: Rule): boolean => {
    if (from !== undefined && at < Date.parse(from)) return false
    if (until !== undefined && at >= Date.parse(until)) return false
    const band = when === undefined ? undefined : bands.get(when)
    return band === undefined || holds(band, at, policy.calendar, strictness(verdict) >= strictness('ask'))
  }
  const active = Uint8Array.from(policy.rules, (rule, number) => (applies[number] === 1 && isActive(rule) ? 1 : 0))
  const moments = policy.rules
    .flatMap(({ from, until }) => [from, until])
    .flatMap((text) => (text === undefined ? [] : [Date.parse(text)]))
  return { active, until: Math.min(nextEdge(policy.times, at), ...moments.filter((moment) => moment > at)) }
}
