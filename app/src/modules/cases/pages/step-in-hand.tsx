import type { Form as FormOf } from '../../../engine/forms/define-form.js'
import type { FormContext } from '../../../engine/forms/field.js'
import { FormFields } from '../../../engine/forms/form-fields.js'
import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import type { Typed } from '../../../web/kept-fields.js'
import type { CaseView } from '../queries/case-view.js'
import { caseStepUrl, skipStepUrl } from '../urls.js'

export interface StepInHandProps {
  readonly view: CaseView
  readonly form: FormOf
  readonly context: FormContext
  readonly typed: Typed
  readonly button: string
}

/** The step in hand as a form on the case page itself. What is wrong with it comes back on a page of its own. */
export function StepInHand({ view, form, context, typed, button }: StepInHandProps) {
  const step = view.path?.now
  if (!step) return null
  const skip = skipStepUrl({ case: view.row.id, step: step.id })
  return (
    <Form action={caseStepUrl({ case: view.row.id, step: step.id })} id="step-in-hand">
      <FormFields form={form} context={context} typed={typed} />
      <Button text={button} />
      {!step.must && step.kind !== 'close' && (
        <p class="govuk-body">
          <a class="govuk-link" href={skip}>
            Leave this step out, with a reason
          </a>
        </p>
      )}
    </Form>
  )
}

/** Leads down to the step in hand: on a phone the chronology stands above it, and it may be due in minutes. */
export function WayToStep({ view }: Pick<StepInHandProps, 'view'>) {
  return (
    <p class="govuk-body govuk-!-font-weight-bold">
      <a class="govuk-link" href="#step-in-hand">
        Now: {view.path?.now?.title}
      </a>
    </p>
  )
}
