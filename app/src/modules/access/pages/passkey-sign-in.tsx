import { Checkboxes } from '../../../web/components/govuk/checkboxes.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { PasskeyForm } from './passkey-form.js'
import type { PasskeyQuestion } from './passkey-form.js'

export interface PasskeySignInPageProps {
  readonly frame: Frame
  readonly question: PasskeyQuestion
  readonly urls: { readonly here: string; readonly signIn: string }
  readonly next: string | null
  /** What went wrong with the last answer. */
  readonly wrong?: string
}

/** Signing in with a finger, a face or the code of one's own device. */
export function PasskeySignInPage({ frame, question, urls, next, wrong }: PasskeySignInPageProps) {
  const errors = wrong ? [{ text: wrong, href: '#main' }] : []
  return (
    <Page frame={frame} title="Sign in with a passkey" back={urls.signIn} errors={errors}>
      <h1 class="govuk-heading-l">Sign in with a passkey</h1>
      <p class="govuk-body">Your device asks for your finger, your face or its own code. Nothing else is needed.</p>
      <PasskeyForm action={urls.here} kind="use" question={question} button="Use my passkey" next={next}>
        <Checkboxes name="shared" items={[{ value: 'yes', text: 'This is a shared computer' }]} />
      </PasskeyForm>
      <p class="govuk-body">
        If you see no button, this browser cannot use passkeys.{' '}
        <a class="govuk-link" href={urls.signIn}>
          Sign in with your password
        </a>
      </p>
    </Page>
  )
}
