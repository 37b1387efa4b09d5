import type { Temporal } from 'temporal-polyfill'
import type { SchoolCalendar } from '../../../../kernel/calendar/school-calendar.js'
import { isOver, timeLeft } from '../../../../kernel/calendar/time-left.js'
import type { ListedRecord } from '../../../../web/components/app/record-list.js'
import { StateTag } from '../../../../web/components/app/state-tag.js'
import { Time } from '../../../../web/components/app/time.js'
import type { ConcernLine } from '../../queries/concern-lines.js'
import { concernUrl } from '../../urls.js'

/** How a concern stands, to those who decide. */
export const stateWords = {
  new: 'Not read yet',
  acknowledged: 'Read, not decided',
  'taken-up': 'A case',
  advised: 'Advised',
  linked: 'Put together with another',
  closed: 'Closed',
} as const satisfies Record<ConcernLine['state'], string>

/** Who told, in a few words: a colleague, a child, somebody outside the school; by name where there is one. */
export function tellerWords({ channel, teller }: Pick<ConcernLine, 'channel' | 'teller'>): string {
  if (channel === 'staff') return teller ?? 'Somebody with an account'
  const who = channel === 'child' ? 'A child' : 'Somebody outside the school'
  return teller ? `${who}: ${teller}` : `${who}, without a name`
}

/** A concern as a line of a list: reference, what was said, who told and when, and its clock at the side. */
export function lineRecord(line: ConcernLine, calendar: SchoolCalendar, now: Temporal.Instant): ListedRecord {
  return {
    href: concernUrl({ concern: line.id }),
    title: line.reference,
    lines: [
      line.summary,
      <>
        {tellerWords(line)}, <Time at={line.reported_at} now={now} />
        {line.reader && `. With ${line.reader}`}
      </>,
    ],
    side: (
      <>
        {line.urgency === 'urgent' && <StateTag state="urgent" />} <Clock line={line} calendar={calendar} now={now} />
        {line.owed && <StateTag state="waiting">Waits for an answer</StateTag>}
      </>
    ),
  }
}

interface ClockProps {
  readonly line: ConcernLine
  readonly calendar: SchoolCalendar
  readonly now: Temporal.Instant
}

function Clock({ line: { next_due, state }, calendar, now }: ClockProps) {
  if (!next_due) return <StateTag state="closed">{stateWords[state]}</StateTag>
  const over = isOver(now, next_due)
  return <StateTag state={over ? 'overdue' : 'due'}>{timeLeft(calendar, now, next_due)}</StateTag>
}
