import { InsetText } from '../../../web/components/govuk/inset-text.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { PasskeyForm } from './passkey-form.js'
import type { PasskeyQuestion } from './passkey-form.js'

export interface AddPasskeyPageProps {
  readonly frame: Frame
  /** Null where no browser will make one; then `obstacle` says why. */
  readonly question: PasskeyQuestion | null
  readonly obstacle: string | null
  readonly urls: { readonly here: string; readonly back: string }
  readonly next: string | null
  readonly wrong?: string
}

/** Making a passkey on one's own device. */
export function AddPasskeyPage({ frame, question, obstacle, urls, next, wrong }: AddPasskeyPageProps) {
  const errors = wrong ? [{ text: wrong, href: '#main' }] : []
  return (
    <Page frame={frame} title="Set up a passkey" back={urls.back} errors={errors}>
      <h1 class="govuk-heading-l">Set up a passkey</h1>
      <p class="govuk-body">
        With a passkey you sign in by your finger, your face or the code of your device, and type nothing. It never
        leaves your device, and nobody can be tricked into giving it away.
      </p>
      <p class="govuk-body">Do this on a device of your own, not on a shared one.</p>
      {obstacle && <InsetText>{obstacle} Ask whoever looks after this server.</InsetText>}
      {question && (
        <PasskeyForm
          action={urls.here}
          kind="add"
          question={question}
          button="Make a passkey on this device"
          next={next}
        />
      )}
      {question && <p class="govuk-body">If you see no button, this browser cannot make passkeys.</p>}
    </Page>
  )
}
