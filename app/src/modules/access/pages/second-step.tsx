import { errorList } from '../../../engine/forms/form-errors.js'
import type { FormContext } from '../../../engine/forms/field.js'
import { FormFields } from '../../../engine/forms/form-fields.js'
import type { FormError } from '../../../engine/forms/parse-form.js'
import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { secondStepForm } from '../forms.js'
import { HiddenNext } from './hidden-next.js'
import { PasskeyForm } from './passkey-form.js'
import type { PasskeyQuestion } from './passkey-form.js'

export interface SecondStepPageProps {
  readonly frame: Frame
  readonly context: FormContext
  readonly urls: { readonly here: string; readonly signOut: string }
  readonly next: string | null
  /** Where the person has passkeys. */
  readonly question: PasskeyQuestion | null
  readonly errors?: readonly FormError[]
}

/** The second step: something the person has, after something they know. */
export function SecondStepPage({ frame, context, urls, next, question, errors = [] }: SecondStepPageProps) {
  return (
    <Page frame={frame} title="Second step of signing in" errors={errorList(errors)}>
      <h1 class="govuk-heading-l">One more step</h1>
      <Form action={urls.here}>
        <FormFields form={secondStepForm} context={context} errors={errors} />
        <HiddenNext next={next} />
        <Button text="Continue" preventDoubleClick />
      </Form>
      {question && (
        <PasskeyForm action={urls.here} kind="use" question={question} button="Use my passkey" secondary next={next} />
      )}
      <p class="govuk-body">
        Lost your phone and your card? Ask somebody who keeps the accounts here, such as the network manager, to reset
        your second step.
      </p>
      <Form action={urls.signOut}>
        <Button text="Stop signing in" classes="govuk-button--secondary" />
      </Form>
    </Page>
  )
}
