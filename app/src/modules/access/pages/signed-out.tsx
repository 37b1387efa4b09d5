import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import { KeptFields } from '../../../web/kept-fields.js'
import type { Typed } from '../../../web/kept-fields.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'

export interface SignedOutPageProps {
  readonly frame: Frame
  /** Where the person proves who they are, in another tab. */
  readonly proveUrl: string
  /** Where the form was going. */
  readonly action: string
  readonly typed: Typed
}

/** A form that came after its sender's session was over, or from somebody who must prove themselves again. Nothing is lost. */
export function SignedOutPage({ frame, proveUrl, action, typed }: SignedOutPageProps) {
  const title = frame.person ? 'Show that it is you' : 'You were signed out'
  const act = frame.person ? 'Show that it is you' : 'Sign in'
  return (
    <Page frame={frame} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">Nothing was sent, and everything you typed is still here. Keep this page open.</p>
      <ol class="govuk-list govuk-list--number">
        <li>
          <a class="govuk-link" href={proveUrl} target="_blank" rel="noreferrer">
            {act} (opens in a new tab)
          </a>
        </li>
        <li>Come back to this page and press “Send again”.</li>
      </ol>
      <Form action={action}>
        <KeptFields typed={typed} />
        <Button text="Send again" preventDoubleClick />
      </Form>
    </Page>
  )
}
