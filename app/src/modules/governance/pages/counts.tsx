import { Table } from '../../../web/components/govuk/table.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import { countsUrl } from '../urls.js'

export interface CountLine {
  readonly title: string
  /** Already in words: a small number is 'fewer than 5'. */
  readonly counts: readonly string[]
}

export interface CountsPageProps {
  readonly frame: Frame
  readonly periods: readonly string[]
  readonly lines: readonly CountLine[]
}

/** Figures for governors: how many, never who. */
export function CountsPage({ frame, periods, lines }: CountsPageProps) {
  return (
    <Page frame={frame} title="Figures for governors" width="wide">
      <h1 class="govuk-heading-l">Figures for governors</h1>
      <p class="govuk-body">
        How many, never who. Numbers from 1 to 4 are shown as “fewer than 5”, so that nobody can be recognised.
      </p>
      <div class="hedgerow-scroll" tabindex={0} role="region" aria-label="Figures by term">
        <Table
          caption="By term"
          captionClasses="govuk-table__caption--m"
          firstCellIsHeader
          head={[{ text: 'What' }, ...periods.map((text) => ({ text, format: 'numeric' }))]}
          rows={lines.map(({ title, counts }) => [
            { text: title },
            ...counts.map((text) => ({ text, format: 'numeric' })),
          ])}
        />
      </div>
      <p class="govuk-body">
        <a class="govuk-link" href={countsUrl({ as: 'csv' })}>
          Download as a spreadsheet (CSV)
        </a>
      </p>
    </Page>
  )
}
