import type { ComponentChildren } from 'preact'
import { Panel } from '../govuk/panel.js'

interface ConfirmationProps {
  /** 1 unless the page has a heading of its own above. */
  readonly headingLevel?: 1 | 2
  /** 'Your report has been sent' */
  readonly title: string
  /** What to quote when asking about it; shown large, and never counted up. */
  readonly reference: string
  /** Who has it now: 'Mrs Okafor, Designated Safeguarding Lead'. */
  readonly whoHasIt: ComponentChildren
  /** By when somebody acts: 'by the end of today’s school day'. */
  readonly byWhen: ComponentChildren
  /** What I can do meanwhile. */
  readonly meanwhile: ComponentChildren
  /** Who helps now, for a person who cannot wait. */
  readonly helpNow: ComponentChildren
}

/** What everybody is told after sending something: that it arrived, and what happens next. */
export function Confirmation(props: ConfirmationProps) {
  return (
    <>
      <Panel titleText={props.title} headingLevel={props.headingLevel}>
        Your reference
        <br />
        <strong>{props.reference}</strong>
      </Panel>
      <h2 class="govuk-heading-m">What happens next</h2>
      <dl class="govuk-summary-list">
        <Row label="Who has it">{props.whoHasIt}</Row>
        <Row label="By when somebody acts">{props.byWhen}</Row>
        <Row label="What you can do meanwhile">{props.meanwhile}</Row>
        <Row label="If it cannot wait">{props.helpNow}</Row>
      </dl>
    </>
  )
}

function Row({ label, children }: { readonly label: string; readonly children: ComponentChildren }) {
  return (
    <div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">{label}</dt>
      <dd class="govuk-summary-list__value">{children}</dd>
    </div>
  )
}
