import { FormFields } from '../../../../engine/forms/form-fields.js'
import { DraftSaid, Form } from '../../../../web/components/app/form.js'
import { Button } from '../../../../web/components/govuk/button.js'
import { Details } from '../../../../web/components/govuk/details.js'
import { whoForm } from '../../forms/report-forms.js'
import { reportStepUrl } from '../../urls.js'
import { ReportPage, type DraftScreen } from './report-page.js'

/** Who is involved, searched or described or not known; and where it was. */
export function WhoPage(props: DraftScreen) {
  const { pack, draft, autosave } = props
  const form = whoForm(pack)
  return (
    <ReportPage screen={props} title="Who and where" step={3} back={reportStepUrl({ draft, step: 'what' })}>
      <Form action={reportStepUrl({ draft, step: 'who' })} autosave={autosave}>
        <FormFields form={form} {...props} only={['who', 'described']} />
        <Details summaryText="It is about an adult of the school, and I cannot name them" open={'about' in props.typed}>
          <FormFields form={form} {...props} only={['about']} />
        </Details>
        <FormFields form={form} {...props} only={['place', 'platform', 'device', 'address']} />
        <DraftSaid />
        <Button text="Next: check and send" preventDoubleClick />
      </Form>
    </ReportPage>
  )
}
