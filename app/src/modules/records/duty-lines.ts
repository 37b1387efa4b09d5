import { answersOf, callsOf } from '../../engine/duties/read-duties.js'
import type { DutyAnswerRow } from '../../engine/duties/schema.js'
import type { DutyInstance } from '../../engine/duties/duty.js'
import { timingOf } from '../../engine/duties/timing.js'
import type { Timing } from '../../engine/duties/timing.js'
import { titleOfPost } from '../../engine/packs/lookup.js'
import type { Pack } from '../../engine/packs/pack.js'
import { londonDate } from '../../kernel/calendar/london.js'
import type { ReadTx } from '../../kernel/db/tx.js'
import { shortDate } from '../../web/dates.js'
import { personCards } from '../people/index.js'
import type { DutyStanding } from './duty-standings.js'
import type { AnswerLine } from './pages/duty.js'
import type { DutyLine } from './pages/duties.js'

/** A duty's standing as a line of a list. */
export function lineOf(tx: ReadTx, { instance, standing, title }: DutyStanding): DutyLine {
  const last = standing.done.at(-1)?.answered_at
  return {
    duty: instance.duty.id,
    key: instance.key,
    number: instance.number,
    asks: instance.asks,
    who: title,
    mine: tx.actor.posts.has(instance.post),
    ...whenOf(standing),
    last: last ? `Last done on ${shortDate(londonDate(last))}` : null,
  }
}

/** From when and by when: what an event called for first, then what the calendar does. */
function whenOf({ occasion, call, events }: DutyStanding['standing']): Pick<DutyLine, 'opens' | 'due'> {
  const [event] = events
  if (event) return { opens: event.called_at, due: event.due_at }
  return { opens: occasion?.opens ?? null, due: call?.due_at ?? occasion?.due ?? null }
}

const often = (timing: Timing): string => {
  if (timing.kind === 'called') return 'When something calls for it'
  if (timing.kind === 'first-day') return 'On the first day of each school year'
  if (timing.kind === 'terms') return `Each ${timing.terms.join(' and ')} term`
  if (timing.kind === 'stretches') return timing.count === 3 ? 'Each term' : `${timing.count} times in each school year`
  const { span } = timing
  const unit = span.count === 1 ? span.unit : `${span.unit}s`
  return span.count === undefined ? span.unit : span.count === 1 ? `Every ${unit}` : `Every ${span.count} ${unit}`
}

/** What a duty's page says of it besides what is asked. */
export const factsOf = (
  pack: Pack,
  instance: DutyInstance,
): readonly { readonly question: string; readonly answer: string }[] => [
  { question: 'Whose', answer: titleOfPost(pack, instance.post) },
  { question: 'How often', answer: often(timingOf(instance.params, instance.duty.usual)) },
  { question: 'Who hears when it is late', answer: titleOfPost(pack, instance.escalate) },
]

const outcomes = {
  done: 'Done',
  'nothing-found': 'Looked, and found nothing',
  'not-done': 'Could not be done',
} as const

/** Every answer to an instance, newest first, as far as this reader may see it. */
export async function answerLines(tx: ReadTx, pack: Pack, { duty, key }: DutyInstance): Promise<readonly AnswerLine[]> {
  const calls = await callsOf(tx, duty.id, key)
  const answers = await answersOf(
    tx,
    calls.map(({ id }) => id),
  )
  const cards = await personCards(
    tx,
    answers.flatMap(({ by_person }) => by_person ?? []),
  )
  return answers.map((answer) => ({
    at: answer.at,
    outcome: outcomes[answer.outcome],
    by: byWords(pack, answer, answer.by_person ? (cards.get(answer.by_person)?.name ?? null) : null),
    words: [
      answer.words,
      ...(answer.link ? [`Shown by: ${answer.link}`] : []),
      ...Object.entries(answer.figures).map(([name, figure]) => `${duty.evidence.figures?.[name] ?? name}: ${figure}`),
    ],
  }))
}

function byWords(pack: Pack, { as_post, as_deputy }: DutyAnswerRow, name: string | null): string | null {
  if (name === null) return null
  const title = titleOfPost(pack, as_post)
  return as_deputy ? `${name}, deputy for ${title}` : `${name}, ${title}`
}
