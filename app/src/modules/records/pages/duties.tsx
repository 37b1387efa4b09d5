import { Temporal } from 'temporal-polyfill'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import { isOver, timeLeft } from '../../../kernel/calendar/time-left.js'
import { EmptyList } from '../../../web/components/app/empty-list.js'
import { RecordList } from '../../../web/components/app/record-list.js'
import { StateTag } from '../../../web/components/app/state-tag.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { dutiesUrl, dutyInstanceUrl } from '../urls.js'

/** One thing owed, as a list shows it. */
export interface DutyLine {
  readonly duty: string
  readonly key: string
  readonly number: string
  readonly asks: string
  /** The post's title. */
  readonly who: string
  readonly mine: boolean
  /** Null where only events call for it, and none has. */
  readonly opens: Temporal.Instant | null
  readonly due: Temporal.Instant | null
  /** 'Last done on 3 Nov 2026', or null. */
  readonly last: string | null
}

export interface DutiesPageProps {
  readonly frame: Frame
  readonly title: string
  readonly intro: string
  /** One kind of duty, under all of them. */
  readonly under: boolean
  readonly lines: readonly DutyLine[]
  readonly now: Temporal.Instant
  readonly calendar: SchoolCalendar
}

/** What the policy has people do at times: mine first, then what I may see of others'. */
export function DutiesPage(props: DutiesPageProps) {
  const { frame, title, intro, lines, under } = props
  const mine = lines.filter((line) => line.mine)
  const others = lines.filter((line) => !line.mine)
  return (
    <Page
      frame={frame}
      title={title}
      width="wide"
      {...(under ? { breadcrumbs: [{ text: 'Duties', href: dutiesUrl() }, { text: title }] } : {})}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{intro}</p>
      <h2 class="govuk-heading-m">Yours</h2>
      {mine.length === 0 && <EmptyList>None of these belongs to a post of yours.</EmptyList>}
      <Lines {...props} lines={mine} />
      {others.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Other posts’</h2>
          <Lines {...props} lines={others} />
        </>
      )}
    </Page>
  )
}

function Lines({ lines, now, calendar }: Pick<DutiesPageProps, 'lines' | 'now' | 'calendar'>) {
  return (
    <RecordList
      records={lines.map((line) => ({
        href: dutyInstanceUrl({ duty: line.duty, key: line.key }),
        title: line.asks,
        lines: [`Promise ${line.number} · ${line.who}${line.last ? ` · ${line.last}` : ' · Not done yet'}`],
        side: <DutyTag line={line} now={now} calendar={calendar} />,
      }))}
    />
  )
}

/** Where a duty stands, in one tag. */
export function DutyTag({
  line: { opens, due },
  now,
  calendar,
}: {
  readonly line: Pick<DutyLine, 'opens' | 'due'>
  readonly now: Temporal.Instant
  readonly calendar: SchoolCalendar
}) {
  if (due === null) return <StateTag state="kept">Nothing calls for it</StateTag>
  if (isOver(now, due)) return <StateTag state="overdue">{timeLeft(calendar, now, due)}</StateTag>
  const isOpen = opens !== null && Temporal.Instant.compare(opens, now) <= 0
  return (
    <StateTag state={isOpen ? 'due' : 'kept'}>
      {isOpen ? timeLeft(calendar, now, due) : `Next: ${timeLeft(calendar, now, due)}`}
    </StateTag>
  )
}
