import type { Reason } from '../../engine/decisions/decision.js'
import type { Standing } from '../../engine/agreements/standing.js'
import type { Agreement, Clause, GateRule } from '../../engine/packs/schema/sections.js'
import type { Pack } from '../../engine/packs/pack.js'
import { clausesOf } from '../../engine/packs/lookup.js'
import { dateInFull } from '../../kernel/calendar/day-words.js'
import { londonDate } from '../../kernel/calendar/london.js'
import type { ClauseId, PostId } from '../../kernel/ids.js'

/** What the gate may be asked for. */
export type Thing = GateRule['what']

/** Things by the words of a sentence: 'Sam may have …'. */
export const thingWords: Readonly<Record<Thing, string>> = {
  login: 'a login',
  internet: 'the internet',
  email: 'e-mail',
  equipment: 'equipment',
  'guest-pass': 'a guest pass',
  'own-device': 'their own device on our network',
}

/** Everything the gate looks at, for one person and one thing. */
export interface GateFacts {
  readonly what: Thing
  /** Posts and audiences of the person. */
  readonly posts: readonly PostId[]
  /** Standings of agreements that open the thing and are asked of this person. */
  readonly asked: readonly { readonly agreement: Agreement; readonly standing: Standing }[]
  /** Standings of agreements that open it on occasion: one of them is enough, and where there are any, one is needed. */
  readonly occasional: readonly { readonly agreement: Agreement; readonly standing: Standing }[]
  /** Whether awareness training was held with them in time. */
  readonly trained: boolean
}

const say = (pupil: string, staff: string, dsl = staff): Reason['words'] => ({ pupil, staff, dsl })

/** The rule of the pack that speaks of this thing for these people, or undefined: nobody may have it. */
export const ruleFor = (pack: Pack, what: Thing, posts: readonly PostId[]): GateRule | undefined =>
  pack.gate.find((rule) => rule.what === what && rule.for.some((post) => posts.includes(post)))

/** May they have it? Every reason for and against, so that a no says all that is missing at once. Pure. */
export function gateReasons(pack: Pack, facts: GateFacts): readonly Reason[] {
  const rule = ruleFor(pack, facts.what, facts.posts)
  if (!rule) return [noRule(facts.what)]
  const occasional = facts.occasional.length === 0 ? [] : [bestOf(facts.occasional)]
  return [
    ...[...facts.asked, ...occasional].map(({ agreement, standing }) => ofAgreement(agreement, standing)),
    ...facts.asked.flatMap(({ agreement, standing }) => ofAnswers(agreement, standing, facts.what)),
    ...(rule.awareness ? [ofTraining(facts.trained)] : []),
  ]
}

function noRule(what: Thing): Reason {
  const staff = `The policy has no rule that gives ${thingWords[what]} to people of this kind.`
  return {
    id: 'no-rule',
    verdict: 'no',
    words: say('This is not for you.', staff),
    mend: 'Ask whoever keeps the policy whether it should have one.',
  }
}

/** The one that is nearest to opening. */
const bestOf = (some: GateFacts['occasional']) =>
  some.toSorted((a, b) => Number(b.standing.open) - Number(a.standing.open))[0] ?? (some[0] as (typeof some)[number])

function ofAgreement(agreement: Agreement, standing: Standing): Reason {
  const id = `agreement-${agreement.id}`
  const { title } = agreement
  if (standing.state === 'in-force')
    return { id, verdict: 'yes', words: say('You have signed.', `“${title}” is signed and in force.`) }
  if (standing.open && standing.mercyUntil) {
    const day = dateInFull(londonDate(standing.mercyUntil))
    const why = standing.state === 'lapsed' ? 'has lapsed' : 'has changed since it was signed'
    return {
      id,
      verdict: 'yes',
      words: say('Please sign again soon.', `“${title}” ${why}; what it opened stays open until ${day}.`),
      mend: `Have it signed again before ${day}.`,
    }
  }
  return {
    id,
    verdict: 'no',
    words: say(notSigned[standing.state], `“${title}”: ${stateWords(standing)}.`),
    mend: mendOf(agreement, standing),
  }
}

const notSigned: Readonly<Record<Standing['state'], string>> = {
  'in-force': 'You have signed.',
  waiting: 'Somebody else still has to sign.',
  missing: 'You have not signed yet.',
  lapsed: 'It is time to sign again.',
  changed: 'Our agreement has changed. Please read it again.',
  refused: 'Somebody said no to this.',
  withdrawn: 'Somebody took this back.',
}

const who = { self: 'the person', parent: 'a parent or carer', school: 'the school' } as const
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' })

/** How an agreement stands, in words for staff. */
export function stateWords({ state, owed, countersignOwed }: Standing): string {
  switch (state) {
    case 'in-force':
      return 'signed and in force'
    case 'waiting':
      return owed.length > 0
        ? `waits for ${list.format(owed.map((role) => who[role]))}`
        : countersignOwed
          ? 'waits to be accepted'
          : 'waits'
    case 'missing':
      return 'not signed'
    case 'lapsed':
      return 'lapsed; sign again'
    case 'changed':
      return 'the text has changed; sign again'
    case 'refused':
      return 'refused'
    case 'withdrawn':
      return 'taken back'
  }
}

function mendOf(agreement: Agreement, standing: Standing): string {
  if (standing.state === 'refused' || standing.state === 'withdrawn')
    return 'Talk with them. If they change their mind, they sign; until then what it opens stays shut.'
  if (standing.owed.length === 0) return 'Have it accepted by whoever countersigns it.'
  return `Have “${agreement.title}” signed by ${list.format(standing.owed.map((role) => who[role]))}.`
}

/** A "no" to a question of the agreement that keeps this very thing shut. */
function ofAnswers(agreement: Agreement, { answers }: Standing, what: Thing): readonly Reason[] {
  return agreement.clauses
    .filter(({ id, ask }) => ask?.stops?.includes(what) === true && answers[id] === 'no')
    .map((clause) => ({
      id: `answer-${clause.id}`,
      verdict: 'no' as const,
      words: say('Somebody at home said no.', `In “${agreement.title}” the answer was no to: ${clause.text}`),
      mend: 'Talk with the family. A new signature with another answer changes it.',
    }))
}

const ofTraining = (trained: boolean): Reason =>
  trained
    ? {
        id: 'training',
        verdict: 'yes',
        words: say('You had the lesson.', 'Awareness training was held with them in the last twelve months.'),
      }
    : {
        id: 'training',
        verdict: 'no',
        words: say(
          'First comes the lesson about staying safe.',
          'No awareness training in the last twelve months is recorded.',
        ),
        mend: 'Hold awareness training with them and record who was there.',
      }

/**
 * The promises by which the gate decides about one thing for one person: those that name this thing, or give it before
 * nobody has signed or been trained, and that do not speak to other people. A teacher reading why a child has no login is
 * not helped by what visitors promise.
 */
export function gateClauses(pack: Pack, what: Thing, posts: readonly PostId[]): readonly ClauseId[] {
  const ofTheGate = clausesOf(pack).filter(({ keptBy }) => keptBy.some(({ mechanism }) => mechanism === 'access-gate'))
  const about = ofTheGate.filter((clause) => speaksOf(clause, what))
  const theirs = about.filter((clause) => speaksTo(clause, posts))
  // A pack that does not speak to them, or of the thing at all, still says by which promises it is given.
  const named = [theirs, about, ofTheGate].find((clauses) => clauses.length > 0) ?? []
  return named.slice(0, 6).map(({ id }) => id)
}

const speaksOf = ({ keptBy }: Clause, what: Thing): boolean =>
  keptBy.some(({ mechanism, with: set = {} }) => {
    if (mechanism !== 'access-gate') return false
    return set['what'] === undefined ? String(set['aspect']).endsWith('-first') : set['what'] === what
  })

function speaksTo(clause: Clause, posts: readonly PostId[]): boolean {
  const audiences = clause.posts.filter((post) => post.startsWith('any-'))
  return audiences.length === 0 || audiences.some((audience) => posts.includes(audience))
}
