import { errorList } from '../../../engine/forms/form-errors.js'
import type { FormContext } from '../../../engine/forms/field.js'
import { FormFields } from '../../../engine/forms/form-fields.js'
import type { FormError } from '../../../engine/forms/parse-form.js'
import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import { Details } from '../../../web/components/govuk/details.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { confirmAppForm } from '../forms.js'
import { HiddenNext } from './hidden-next.js'

export interface SetUpAppPageProps {
  readonly frame: Frame
  readonly context: FormContext
  readonly urls: {
    readonly here: string
    readonly picture: string
    readonly account: string
    readonly passkey: string | null
  }
  /** The seed in groups of four, for those who cannot scan. A secret. */
  readonly keyToType: string
  /** Nothing else opens before it is done. */
  readonly asked: boolean
  readonly next: string | null
  readonly errors?: readonly FormError[]
}

/** Setting up the second step with an app on one's phone. */
export function SetUpAppPage(props: SetUpAppPageProps) {
  const { frame, context, urls, asked, errors = [] } = props
  return (
    <Page
      frame={frame}
      title="Set up your second step"
      back={asked ? undefined : urls.account}
      errors={errorList(errors)}
    >
      <h1 class="govuk-heading-l">Set up your second step</h1>
      <p class="govuk-body">
        {asked && 'Your post lets you see records that others must not. '}
        Even somebody who knows your password then cannot sign in without your phone.
      </p>
      {urls.passkey && (
        <p class="govuk-body">
          If your own device knows your finger or your face, a passkey is quicker.{' '}
          <a class="govuk-link" href={urls.passkey}>
            Set up a passkey instead
          </a>
        </p>
      )}
      <ol class="govuk-list govuk-list--number">
        <li>Put an authenticator app on your phone. Any of them will do; your phone may have one built in.</li>
        <li>In the app, add an account and scan this picture.</li>
        <li>Type the code that the app then shows.</li>
      </ol>
      <p class="govuk-body">
        <img src={urls.picture} width="220" height="220" alt="Picture for your authenticator app to scan" />
      </p>
      <Details summaryText="I cannot scan the picture">
        <p class="govuk-body">Choose “enter a key” in the app, and type this. The kind is “time-based”.</p>
        <p class="govuk-body">
          <strong>{props.keyToType}</strong>
        </p>
      </Details>
      <Form action={urls.here}>
        <FormFields form={confirmAppForm} context={context} errors={errors} />
        <HiddenNext next={props.next} />
        <Button text="Continue" preventDoubleClick />
      </Form>
    </Page>
  )
}
