import { errorList } from '../../../engine/forms/form-errors.js'
import type { FormContext } from '../../../engine/forms/field.js'
import { FormFields } from '../../../engine/forms/form-fields.js'
import type { FormError } from '../../../engine/forms/parse-form.js'
import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import type { Typed } from '../../../web/kept-fields.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { firstSignInForm } from '../forms.js'

export interface FirstSignInPageProps {
  readonly frame: Frame
  readonly context: FormContext
  readonly urls: { readonly here: string; readonly signIn: string }
  readonly typed?: Typed
  readonly errors?: readonly FormError[]
}

/** The slip from the school office: what is on it opens the page for a new password, once. */
export function FirstSignInPage({ frame, context, urls, typed, errors = [] }: FirstSignInPageProps) {
  return (
    <Page frame={frame} title="Sign in with your slip" back={urls.signIn} errors={errorList(errors)}>
      <h1 class="govuk-heading-l">Sign in with your slip</h1>
      <p class="govuk-body">The code works once. Next you choose a password that only you know.</p>
      <Form action={urls.here}>
        <FormFields form={firstSignInForm} context={context} typed={typed} errors={errors} />
        <Button text="Continue" preventDoubleClick />
      </Form>
    </Page>
  )
}
