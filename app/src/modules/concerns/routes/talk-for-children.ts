import { Temporal } from 'temporal-polyfill'
import { dayWords } from '../../../kernel/calendar/day-words.js'
import { deadline } from '../../../kernel/calendar/deadline.js'
import { londonDate, LONDON } from '../../../kernel/calendar/london.js'
import { spanOf } from '../../../kernel/calendar/span.js'
import type { BotherMessage, TalkState } from '../pages/bother/answers.js'
import { isOwed } from '../queries/talk-of.js'
import type { OpenTalk } from './doors.js'
import type { PublicSchool } from '../../policy/index.js'

/** A talk as a child reads it, oldest first. What the school wrote since they last looked is new. */
export function messagesOf({ turns, readBefore }: OpenTalk, now: Temporal.Instant): readonly BotherMessage[] {
  return turns.map(({ id, from_side, words, at, who }) => ({
    id: `m-${id}`,
    from: from_side === 'reporter' ? 'child' : 'grown-up',
    ...(from_side === 'school' && { who: who ?? 'A grown-up at school' }),
    text: words,
    when: whenForChildren(at, now),
    isNew: from_side === 'school' && (!readBefore || Temporal.Instant.compare(at, readBefore) > 0),
  }))
}

/** 'today, in the morning', 'Tuesday, in the afternoon', as children say when something was. */
export function whenForChildren(at: Temporal.Instant, now: Temporal.Instant): string {
  const { hour } = at.toZonedDateTimeISO(LONDON)
  const part = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
  return `${dayWords(londonDate(at), londonDate(now))}, in the ${part}`
}

/** How a talk stands. Somebody who has just written is not told in the same breath that we are late. */
export function stateOf({ conversation }: OpenTalk, now: Temporal.Instant, justSent: boolean): TalkState {
  if (!isOwed(conversation)) return 'answered'
  const { promised_by } = conversation
  return !justSent && promised_by && Temporal.Instant.compare(promised_by, now) <= 0 ? 'late' : 'waiting'
}

/** When the answer is due: as promised, or, just after writing again, as the policy promises from now. */
export function dueOf(
  { conversation }: OpenTalk,
  { pack, calendar }: PublicSchool,
  now: Temporal.Instant,
): Temporal.Instant {
  const { promised_by } = conversation
  if (promised_by && Temporal.Instant.compare(promised_by, now) > 0) return promised_by
  const clock = pack.clocks.find(({ starts }) => starts === 'bother-received')
  return clock ? deadline(calendar, now, spanOf(clock.within)) : now
}
