import { Chronology } from '../../../web/components/app/chronology.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { riskWords } from '../pack-names.js'
import type { CaseView } from '../queries/case-view.js'
import { caseUrl } from '../urls.js'
import { entryOf } from './case-chronology.js'
import { inCaseWords, personWords, When } from './case-words.js'

/** The whole record of a case for paper, oldest first, with the first text under each correction opened. */
export function PrintPage({
  frame,
  view,
  by,
}: {
  readonly frame: Frame
  readonly view: CaseView
  readonly by: string
}) {
  const { row, pack } = view
  return (
    <Page frame={frame} title="A case to print" back={caseUrl({ case: row.id })} blur>
      <h1 class="govuk-heading-l">Case {row.number}</h1>
      <p class="govuk-body">
        Confidential. Printed by {by}, <When view={view} at={view.now} />. Printing was noted in the journal. Keep it
        locked away, and shred it when it is no longer needed.
      </p>
      <p class="govuk-body">
        {riskWords(pack, row)}. {row.state === 'open' ? 'Open' : 'Closed'}, led by {personWords(view, row.lead)}.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {view.people.map((person) => (
          <li>
            {inCaseWords(view, person)}:{' '}
            {pack.reporting.roles.find(({ id }) => id === person.role)?.title ?? person.role}
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <button type="button" class="govuk-button govuk-button--secondary" data-print="page" hidden>
          Print
        </button>
      </p>
      <h2 class="govuk-heading-m">Chronology</h2>
      <Chronology entries={view.recorded.rows.toReversed().map((recorded) => entryOf(view, recorded, false))} />
    </Page>
  )
}
