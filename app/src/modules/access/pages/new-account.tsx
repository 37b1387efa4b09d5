import { errorList } from '../../../engine/forms/form-errors.js'
import type { FormContext, PersonChoice } from '../../../engine/forms/field.js'
import { FormFields } from '../../../engine/forms/form-fields.js'
import type { FormError } from '../../../engine/forms/parse-form.js'
import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import type { Typed } from '../../../web/kept-fields.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { newAccountForm } from '../forms.js'

export interface NewAccountPageProps {
  readonly frame: Frame
  readonly context: FormContext
  readonly urls: { readonly here: string; readonly list: string }
  readonly typed?: Typed
  readonly errors?: readonly FormError[]
  readonly found?: readonly PersonChoice[]
}

/** Giving somebody an account: who, and under which name. */
export function NewAccountPage({ frame, context, urls, typed, errors = [], found }: NewAccountPageProps) {
  return (
    <Page frame={frame} title="Give somebody an account" back={urls.list} errors={errorList(errors)}>
      <h1 class="govuk-heading-l">Give somebody an account</h1>
      <Form action={urls.here}>
        <FormFields
          form={newAccountForm}
          context={context}
          typed={typed}
          errors={errors}
          found={found && { person: found }}
        />
        <Button text="Make the slip" preventDoubleClick />
      </Form>
    </Page>
  )
}
