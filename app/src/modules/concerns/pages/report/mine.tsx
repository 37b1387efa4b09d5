import type { Temporal } from 'temporal-polyfill'
import { EmptyList } from '../../../../web/components/app/empty-list.js'
import { RecordList } from '../../../../web/components/app/record-list.js'
import { Time } from '../../../../web/components/app/time.js'
import type { KeptClause } from '../../../../web/layout/foot.js'
import type { Frame } from '../../../../web/layout/frame.js'
import { Page } from '../../../../web/layout/page.js'
import type { MyReport } from '../../queries/my-reports.js'
import { myReportUrl, reportUrl } from '../../urls.js'

/** How a report stands, to the person who sent it: that somebody acts, never what they found. */
export const standing = {
  new: 'Waiting to be read',
  acknowledged: 'Read, and being decided',
  'taken-up': 'Somebody is working on it',
  advised: 'Dealt with: advice was given',
  linked: 'Dealt with together with another report',
  closed: 'Dealt with and closed',
} as const satisfies Record<MyReport['state'], string>

export interface MinePageProps {
  readonly frame: Frame
  readonly reports: readonly MyReport[]
  readonly now: Temporal.Instant
  readonly keeps?: readonly KeptClause[]
}

/** What this person reported, and how each stands. What others wrote about it is not here. */
export function MinePage({ frame, reports, now, keeps }: MinePageProps) {
  return (
    <Page
      frame={frame}
      title="What you reported"
      breadcrumbs={[{ text: 'Report a concern', href: reportUrl() }]}
      keeps={keeps}
      quickExit
    >
      <h1 class="govuk-heading-l">What you reported</h1>
      {reports.length === 0 ? (
        <EmptyList act={{ href: reportUrl(), text: 'Report a concern' }}>
          You have reported nothing yet. What you report is listed here with its reference and how it stands.
        </EmptyList>
      ) : (
        <RecordList
          records={reports.map(({ id, reference, state, reported_at }) => ({
            href: myReportUrl({ concern: id }),
            title: `Report ${reference}`,
            lines: [
              <>
                Sent <Time at={reported_at} now={now} />
              </>,
              standing[state],
            ],
          }))}
        />
      )}
    </Page>
  )
}
