import { errorList } from '../../../engine/forms/form-errors.js'
import type { FormContext } from '../../../engine/forms/field.js'
import { FormFields } from '../../../engine/forms/form-fields.js'
import type { FormError } from '../../../engine/forms/parse-form.js'
import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import type { Typed } from '../../../web/kept-fields.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { signInForm } from '../forms.js'
import { HiddenNext } from './hidden-next.js'

export interface SignInPageProps {
  readonly frame: Frame
  readonly context: FormContext
  readonly urls: { readonly here: string; readonly first: string; readonly passkey: string | null }
  readonly next: string | null
  readonly typed?: Typed
  readonly errors?: readonly FormError[]
}

/** Name and password, with the other ways in under them. */
export function SignInPage({ frame, context, urls, next, typed, errors = [] }: SignInPageProps) {
  return (
    <Page frame={frame} title="Sign in" errors={errorList(errors)}>
      <h1 class="govuk-heading-l">Sign in</h1>
      <Form action={urls.here}>
        <FormFields form={signInForm} context={context} typed={typed} errors={errors} />
        <HiddenNext next={next} />
        <Button text="Sign in" preventDoubleClick />
      </Form>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={urls.first}>
            I have a slip with a code
          </a>
        </li>
        {urls.passkey && (
          <li>
            <a class="govuk-link" href={urls.passkey}>
              Sign in with a passkey
            </a>
          </li>
        )}
      </ul>
      <p class="govuk-body">Forgotten your password? The school office can print you a slip with a new code.</p>
    </Page>
  )
}
