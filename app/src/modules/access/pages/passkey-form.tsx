import type { ComponentChildren } from 'preact'
import { Button } from '../../../web/components/govuk/button.js'
import { useFrame } from '../../../web/layout/frame.js'
import { HiddenNext } from './hidden-next.js'

/** What a browser is asked: the options for its script, and the id under which the answer is expected. */
export interface PasskeyQuestion {
  readonly challenge: string
  readonly options: object
}

interface PasskeyFormProps {
  readonly action: string
  readonly kind: 'add' | 'use'
  readonly question: PasskeyQuestion
  readonly button: string
  readonly secondary?: boolean
  readonly next: string | null
  readonly children?: ComponentChildren
}

/** The form that `passkey.js` fills in and sends. Hidden until the script has seen that this browser knows passkeys. */
export function PasskeyForm(props: PasskeyFormProps) {
  const { csrf, assets } = useFrame()
  const { question } = props
  return (
    <>
      <form
        action={props.action}
        method="post"
        data-passkey={props.kind}
        data-passkey-options={JSON.stringify(question.options)}
        hidden
      >
        <input type="hidden" name="_csrf" value={csrf} />
        <input type="hidden" name="challenge" value={question.challenge} />
        <input type="hidden" name="answer" value="" />
        <HiddenNext next={props.next} />
        {props.children}
        <Button
          text={props.button}
          classes={props.secondary ? 'govuk-button--secondary' : undefined}
          attributes={{ 'data-passkey-start': 'yes' }}
        />
        {/* The class of the sentence has a display of its own, which would show it in spite of "hidden". */}
        <div data-passkey-trouble="yes" role="alert" hidden>
          <p class="govuk-error-message">That did not work on this device. Try again, or use your password.</p>
        </div>
      </form>
      <script type="module" src={assets.url('passkey.js')} />
    </>
  )
}
