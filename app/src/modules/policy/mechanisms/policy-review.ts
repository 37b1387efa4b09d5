import Type from 'typebox'
import { Names, engineParams, namesIn } from '../../../engine/clauses/params.js'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import { titleOfPost } from '../../../engine/packs/lookup.js'
import { dateInFull } from '../../../kernel/calendar/day-words.js'
import { cadenceStates, reviewsBy } from '../queries/reviews.js'
import { cadenceFrom, cadencesOf } from '../reviews/cadences.js'
import { atVersion, byDeadline, endOf, finding } from './at.js'
import type { At } from './at.js'

/** A review that has not been held is said a month ahead: long enough to put it on an agenda. */
const ahead = { days: 30 } as const

/** Reviews that something opened and nobody closed. */
async function openedBy({ tx, asOf, owner }: At, triggers: readonly string[]): Promise<readonly Finding[]> {
  const open = (await reviewsBy(tx, asOf)).filter(
    ({ cadence, closed_at }) => closed_at === null && triggers.includes(cadence),
  )
  return open.map(({ id, cause, due_on }) =>
    finding(`A review was opened and has no outcome yet: ${cause}`, owner, {
      rows: [{ table: 'policy_review', id }],
      due: due_on && endOf(due_on),
    }),
  )
}

async function dueIn(
  at: At,
  set: Readonly<Record<string, unknown>>,
): Promise<{ readonly count: number; readonly found: readonly Finding[] }> {
  const own = cadenceFrom(set, at.owner)
  const posts = namesIn(set, 'post')
  const named = cadencesOf(at.pack).filter(({ post }) => posts.length === 0 || posts.includes(post))
  const cadences = own ? [own] : named
  const horizon = at.asOf.toZonedDateTimeISO('Europe/London').toPlainDate().add(ahead).toString()
  const states = await cadenceStates(at.tx, cadences, at.asOf)
  const found = states.flatMap(({ cadence, due, last }) => {
    if (!due || due.on.toString() > horizon) return []
    const lately = last?.held_on ? `last on ${dateInFull(last.held_on)}` : 'never held yet'
    const verb = due.overdue ? 'was due' : 'is due'
    const sentence = `The review by the ${titleOfPost(at.pack, cadence.post)}, ${cadence.words}, ${verb} by ${dateInFull(due.on)}; ${lately}.`
    return [
      finding(sentence, cadence.post, {
        rows: last ? [{ table: 'policy_review', id: last.id }] : [],
        due: endOf(due.on),
      }),
    ]
  })
  return { count: cadences.length, found }
}

/** The whole policy is looked at again: at every interval it promises, and whenever something opened a review. */
export const policyReviewMechanism: Mechanism = {
  id: 'policy-review',
  params: engineParams({ 'in-term': Type.Optional(Names) }),
  page: '/policy/reviews',
  check: (tx, params, asOf) =>
    atVersion(tx, asOf, async (at) => {
      const triggers = namesIn(params, 'on')
      if (triggers.length > 0)
        return byDeadline(`Reviews opened by: ${triggers.join(', ')}`, await openedBy(at, triggers), asOf)
      const { count, found } = await dueIn(at, params)
      if (count === 0) return { verdict: 'unknown', findings: [], basis: 'The policy names no interval' }
      return byDeadline(count === 1 ? 'One interval looked at' : `${count} intervals looked at`, found, asOf)
    }),
}
