import type { Temporal } from 'temporal-polyfill'
import type { SchoolCalendar } from '../../../../kernel/calendar/school-calendar.js'
import { EmptyList } from '../../../../web/components/app/empty-list.js'
import { PagingLinks } from '../../../../web/components/app/paging-links.js'
import { RecordList } from '../../../../web/components/app/record-list.js'
import { SubNavigation } from '../../../../web/components/moj/sub-navigation.js'
import type { KeptClause } from '../../../../web/layout/foot.js'
import type { Frame } from '../../../../web/layout/frame.js'
import { Page } from '../../../../web/layout/page.js'
import { cappedCount, type Slice } from '../../../../kernel/paging.js'
import type { ConcernLine } from '../../queries/concern-lines.js'
import { countCap } from '../../queries/open-concerns.js'
import type { Show } from '../../queries/open-concerns.js'
import { concernsUrl, reportUrl, searchUrl } from '../../urls.js'
import { lineRecord } from './line-record.js'

export interface InboxProps {
  readonly frame: Frame
  readonly show: Show
  readonly slice: Slice<ConcernLine>
  readonly counts: Readonly<Record<Exclude<Show, 'settled'>, number>>
  readonly calendar: SchoolCalendar
  readonly now: Temporal.Instant
  readonly keeps?: readonly KeptClause[]
}

const parts = {
  new: {
    title: 'New concerns',
    short: 'New',
    empty: 'No concern waits to be read. A new one stands here the moment it is sent.',
  },
  mine: { title: 'Concerns that are mine', short: 'Mine', empty: 'Nothing waits for your decision or your answer.' },
  others: { title: 'Concerns that others have', short: 'Others', empty: 'Nobody else has a concern that waits.' },
  settled: { title: 'Settled concerns', short: 'Settled', empty: 'No concern has been settled yet.' },
} as const satisfies Record<Show, { title: string; short: string; empty: string }>

/** The concerns of those who decide: what waits, the oldest clock first; what is settled, the newest first. */
export function InboxPage({ frame, show, slice, counts, calendar, now, keeps }: InboxProps) {
  const { title, empty } = parts[show]
  return (
    <Page frame={frame} title={title} width="wide" blur keeps={keeps}>
      <h1 class="govuk-heading-l">{title}</h1>
      <SubNavigation
        label="Parts of the inbox"
        items={(Object.keys(parts) as Show[]).map((one) => ({
          text: one === 'settled' ? parts[one].short : `${parts[one].short} (${cappedCount(counts[one], countCap)})`,
          href: concernsUrl({ show: one === 'new' ? undefined : one }),
          active: one === show,
        }))}
      />
      {slice.rows.length === 0 ? (
        <EmptyList act={{ href: reportUrl(), text: 'Report a concern' }}>{empty}</EmptyList>
      ) : (
        <RecordList records={slice.rows.map((line) => lineRecord(line, calendar, now))} />
      )}
      <PagingLinks
        slice={slice}
        urlAt={(place) => concernsUrl({ show: show === 'new' ? undefined : show, ...place })}
        words={{ before: 'Back', after: 'More' }}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={searchUrl()}>
          Search in concerns
        </a>
      </p>
    </Page>
  )
}
