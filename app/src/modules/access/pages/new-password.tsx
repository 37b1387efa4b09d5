import type { Form as FormOf } from '../../../engine/forms/define-form.js'
import { errorList } from '../../../engine/forms/form-errors.js'
import type { FormContext } from '../../../engine/forms/field.js'
import { FormFields } from '../../../engine/forms/form-fields.js'
import type { FormError } from '../../../engine/forms/parse-form.js'
import { Button } from '../../../web/components/govuk/button.js'
import type { Frame } from '../../../web/layout/frame.js'
import { FrameContext } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { HiddenNext } from './hidden-next.js'

export interface NewPasswordPageProps {
  readonly frame: Frame
  readonly context: FormContext
  readonly form: FormOf
  readonly urls: { readonly here: string; readonly advice: string; readonly account: string }
  readonly next: string | null
  /** Nothing else opens before it is done. */
  readonly asked: boolean
  readonly errors?: readonly FormError[]
}

/** A new password, with advice while it is typed. */
export function NewPasswordPage(props: NewPasswordPageProps) {
  const { frame, context, form, urls, asked, errors = [] } = props
  return (
    <Page
      frame={frame}
      title="Choose a new password"
      back={asked ? undefined : urls.account}
      errors={errorList(errors)}
    >
      <h1 class="govuk-heading-l">Choose a new password</h1>
      {asked && (
        <p class="govuk-body">
          You are asked for a new one before anything else: because yours came on a slip, has grown old, or somebody
          else may know it.
        </p>
      )}
      <p class="govuk-body">Use it for Hedgerow and nothing else, and tell it to nobody. We will never ask for it.</p>
      <FrameContext.Consumer>
        {(within) => (
          <form action={urls.here} method="post" novalidate data-password-advice={urls.advice}>
            <input type="hidden" name="_csrf" value={within?.csrf} />
            <FormFields form={form} context={context} errors={errors} />
            <p class="govuk-hint" data-password-said="yes" role="status"></p>
            <HiddenNext next={props.next} />
            <Button text="Save the new password" preventDoubleClick />
          </form>
        )}
      </FrameContext.Consumer>
      <script type="module" src={frame.assets.url('account.js')} />
    </Page>
  )
}
