import type { Temporal } from 'temporal-polyfill'
import { EmptyList } from '../../../web/components/app/empty-list.js'
import { PagingLinks } from '../../../web/components/app/paging-links.js'
import { RecordList } from '../../../web/components/app/record-list.js'
import { StateTag } from '../../../web/components/app/state-tag.js'
import { Time } from '../../../web/components/app/time.js'
import { SubNavigation } from '../../../web/components/moj/sub-navigation.js'
import type { Frame } from '../../../web/layout/frame.js'
import type { KeptClause } from '../../../web/layout/foot.js'
import { Page } from '../../../web/layout/page.js'
import { isOver, timeLeft } from '../../../kernel/calendar/time-left.js'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import { cappedCount } from '../../../kernel/paging.js'
import type { Slice } from '../../../kernel/paging.js'
import type { CaseLine, ListView } from '../queries/case-list.js'
import { countCap, listViews } from '../queries/case-list.js'
import { casesUrl, caseUrl } from '../urls.js'

export interface ListPageProps {
  readonly frame: Frame
  readonly keeps: readonly KeptClause[]
  readonly view: ListView
  readonly counts: Readonly<Record<ListView, number>>
  readonly slice: Slice<CaseLine & { readonly leadName: string; readonly riskWords: string }>
  readonly now: Temporal.Instant
  readonly calendar: SchoolCalendar
}

const viewWords = { mine: 'I lead', open: 'Open', closed: 'Closed' } as const satisfies Record<ListView, string>

const emptyWords = {
  mine: 'You lead no open case. A concern that you take up becomes one.',
  open: 'No open case reaches you. A concern that somebody takes up becomes one.',
  closed: 'No case that you may see has been closed yet.',
} as const satisfies Record<ListView, string>

/** Cases: those I lead, those that are open, those that are closed. */
export function ListPage(props: ListPageProps) {
  const { view, slice, counts } = props
  return (
    <Page frame={props.frame} title="Cases" width="wide" keeps={props.keeps} blur>
      <h1 class="govuk-heading-l">Cases</h1>
      <SubNavigation
        label="Which cases"
        items={listViews.map((one) => ({
          text: `${viewWords[one]} (${cappedCount(counts[one], countCap)})`,
          href: casesUrl({ view: one }),
          active: one === view,
        }))}
      />
      {slice.rows.length === 0 ? (
        <EmptyList act={{ href: '/concerns', text: 'Look at the concerns that wait' }}>{emptyWords[view]}</EmptyList>
      ) : (
        <RecordList records={slice.rows.map((line) => recordOf(line, props))} />
      )}
      <PagingLinks slice={slice} urlAt={(place) => casesUrl({ view, ...place })} />
    </Page>
  )
}

function recordOf(line: ListPageProps['slice']['rows'][number], { now, calendar }: ListPageProps) {
  const children = line.children === 1 ? '1 child' : `${line.children} children`
  return {
    href: caseUrl({ case: line.id }),
    title: `${line.number}: ${line.riskWords}`,
    lines: [
      `${children} · led by ${line.leadName}`,
      <>
        Opened <Time at={line.opened_at} now={now} />
        {line.closed_at && (
          <>
            , closed <Time at={line.closed_at} now={now} />
          </>
        )}
      </>,
    ],
    side: <CaseClock line={line} now={now} calendar={calendar} />,
  }
}

/** What presses in a case, in one tag: its next clock, else how urgent it is. */
export function CaseClock({
  line,
  now,
  calendar,
}: {
  readonly line: Pick<CaseLine, 'state' | 'urgency' | 'next_due'>
  readonly now: Temporal.Instant
  readonly calendar: SchoolCalendar
}) {
  if (line.state === 'closed') return <StateTag state="closed" />
  if (line.next_due === null) return line.urgency === 'urgent' ? <StateTag state="urgent" /> : null
  const state = isOver(now, line.next_due) ? 'overdue' : line.urgency === 'urgent' ? 'urgent' : 'due'
  return <StateTag state={state}>{timeLeft(calendar, now, line.next_due)}</StateTag>
}
