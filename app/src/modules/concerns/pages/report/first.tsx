import { FormFields } from '../../../../engine/forms/form-fields.js'
import { Form } from '../../../../web/components/app/form.js'
import { Time } from '../../../../web/components/app/time.js'
import { Button } from '../../../../web/components/govuk/button.js'
import { WarningText } from '../../../../web/components/govuk/warning-text.js'
import { firstForm } from '../../forms/report-forms.js'
import type { DraftRow } from '../../schema.js'
import { dropDraftUrl, myReportsUrl, reportStepUrl, reportUrl } from '../../urls.js'
import { ReportPage, type ReportScreen } from './report-page.js'

export interface FirstProps extends ReportScreen {
  /** The number a person in a hurry rings: the school's; null where it has given none. */
  readonly phone: string | null
  /** Reports that this person began and did not send. */
  readonly drafts: readonly Pick<DraftRow, 'id' | 'saved_at'>[]
}

/** What must come first: 999, the screen, the device. Then Start. */
export function FirstPage(props: FirstProps) {
  const { pack, phone, drafts } = props
  const danger = pack.reporting.first.find(({ id }) => id === 'danger')
  return (
    <ReportPage screen={props} title="First" step={1}>
      <WarningText>{danger?.text ?? 'If a child is in danger now, ring 999.'}</WarningText>
      {phone && (
        <p class="govuk-body">
          The school’s number is{' '}
          <a class="govuk-link" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
            {phone}
          </a>
          .
        </p>
      )}
      <Unfinished {...props} drafts={drafts} />
      <Form action={reportUrl()}>
        <FormFields form={firstForm(pack)} {...props} />
        <Button text="Start" preventDoubleClick />
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={myReportsUrl()}>
          What you reported before
        </a>
      </p>
    </ReportPage>
  )
}

function Unfinished({ drafts, context }: Pick<FirstProps, 'drafts' | 'context'>) {
  if (drafts.length === 0) return null
  return (
    <div class="govuk-inset-text">
      <h2 class="govuk-heading-s">You began a report and did not send it</h2>
      {drafts.map(({ id, saved_at }) => (
        <div>
          <p class="govuk-body">
            <a class="govuk-link" href={reportStepUrl({ draft: id, step: 'what' })}>
              Go on with the report you last saved <Time at={saved_at} now={context.now} />
            </a>
          </p>
          <Form action={dropDraftUrl({ draft: id })}>
            <button type="submit" class="govuk-button govuk-button--secondary">
              Throw this one away
            </button>
          </Form>
        </div>
      ))}
    </div>
  )
}
