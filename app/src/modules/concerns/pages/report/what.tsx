import { FormFields } from '../../../../engine/forms/form-fields.js'
import { DraftSaid, Form } from '../../../../web/components/app/form.js'
import { Button } from '../../../../web/components/govuk/button.js'
import { Details } from '../../../../web/components/govuk/details.js'
import { whatForm } from '../../forms/report-forms.js'
import { reportStepUrl, reportUrl } from '../../urls.js'
import { ReportPage, type DraftScreen } from './report-page.js'

/** What happened, in the writer's and the child's words; when, and when they knew. Kept as it is typed. */
export function WhatPage(props: DraftScreen) {
  const { pack, draft, autosave } = props
  const form = whatForm(pack)
  return (
    <ReportPage screen={props} title="What happened" step={2} back={reportUrl({ draft })}>
      <Form action={reportStepUrl({ draft, step: 'what' })} autosave={autosave}>
        <FormFields form={form} {...props} only={['words']} />
        <DraftSaid />
        <Prompts />
        <FormFields form={form} {...props} only={['happened', 'known', 'told', 'done']} />
        <Button text="Next: who and where" preventDoubleClick />
      </Form>
    </ReportPage>
  )
}

function Prompts() {
  return (
    <Details summaryText="What helps the reader">
      <ul class="govuk-list govuk-list--bullet">
        <li>The child’s own words, and what you asked before they said them.</li>
        <li>What you saw yourself, and what somebody told you: keep the two apart.</li>
        <li>How the child seemed.</li>
        <li>Not why you think it happened: that comes later, and from others.</li>
      </ul>
    </Details>
  )
}
