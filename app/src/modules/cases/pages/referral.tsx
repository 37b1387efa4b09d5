import { SummaryList } from '../../../web/components/govuk/summary-list.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import type { AgencyContactRow } from '../schema.js'
import { agencyTitle } from '../queries/case-view.js'
import type { CaseView } from '../queries/case-view.js'
import { caseUrl } from '../urls.js'
import { inCaseWords, personWords, When } from './case-words.js'

interface ReferralProps {
  readonly frame: Frame
  readonly view: CaseView
  readonly contact: AgencyContactRow
}

/** One referral for paper: what this agency needs and nothing else of the case. */
export function ReferralPage({ frame, view, contact }: ReferralProps) {
  const children = view.children.map(({ child }) => inCaseWords(view, child)).join('; ')
  const rows = [
    { key: { text: 'School' }, value: { text: frame.school?.name ?? '' } },
    { key: { text: 'Our reference' }, value: { text: view.row.number } },
    { key: { text: 'Your reference' }, value: { text: contact.their_reference ?? 'None given' } },
    { key: { text: 'Told' }, value: { text: <When view={view} at={contact.contacted_at} /> } },
    { key: { text: 'Spoke with' }, value: { text: contact.spoke_with ?? 'Not written down' } },
    { key: { text: 'Children' }, value: { text: children || 'None named' } },
    { key: { text: 'What was said' }, value: { text: <span class="hedgerow-typed">{contact.words}</span> } },
    { key: { text: 'Lead of the case' }, value: { text: personWords(view, view.row.lead) } },
    { key: { text: 'Written down by' }, value: { text: personWords(view, contact.by_person) } },
  ]
  return (
    <Page frame={frame} title="A referral to print" back={caseUrl({ case: view.row.id })} blur>
      <h1 class="govuk-heading-l">Referral: {agencyTitle(view.pack, contact)}</h1>
      <SummaryList rows={rows} />
      <p class="govuk-body">
        <button type="button" class="govuk-button govuk-button--secondary" data-print="page" hidden>
          Print
        </button>
      </p>
    </Page>
  )
}
