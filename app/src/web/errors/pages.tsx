import type { RefusalKind } from '../../kernel/refusal.js'
import { Form } from '../components/app/form.js'
import { Button } from '../components/govuk/button.js'
import { InsetText } from '../components/govuk/inset-text.js'
import { KeptFields, type Typed } from '../kept-fields.js'
import type { Frame } from '../layout/frame.js'
import { Page } from '../layout/page.js'
import { MessagePage } from './message-page.js'

/** No such page, or none that this person may know of: the two look alike on purpose. */
export function NotFoundPage({ frame }: { readonly frame: Frame }) {
  return (
    <MessagePage frame={frame} title="We cannot find that page">
      <p class="govuk-body">If you typed the address, check that it is right. If you followed a link, it may be old.</p>
      <p class="govuk-body">Some pages are only for certain people, and look like this to everybody else.</p>
    </MessagePage>
  )
}

const titles = {
  invalid: 'Something needs putting right',
  'not-allowed': 'You cannot do that here',
  'not-found': 'We cannot find that',
  conflict: 'Somebody was quicker',
  'too-late': 'It is too late for that',
} as const satisfies Record<RefusalKind, string>

interface RefusedPageProps {
  readonly frame: Frame
  readonly kind: RefusalKind
  readonly sentence: string
}

/** An expected no, in the sentence that came with it. */
export function RefusedPage({ frame, kind, sentence }: RefusedPageProps) {
  return (
    <MessagePage frame={frame} title={titles[kind]}>
      <p class="govuk-body">{sentence}</p>
    </MessagePage>
  )
}

/** Something broke on our side. The reference finds it in the log; nothing else is said here. */
export function FaultPage({ frame, reference }: { readonly frame: Frame; readonly reference: string }) {
  return (
    <MessagePage frame={frame} title="Sorry, there is a problem with the service">
      <p class="govuk-body">It is our fault, not yours. Go back, wait a minute, and try once more.</p>
      <InsetText>
        If a child is in danger now, ring 999. If you were reporting a worry and this page comes again, tell the
        designated safeguarding lead in person.
      </InsetText>
      <p class="govuk-body">
        If you ask for help with this, quote <strong>{reference}</strong>.
      </p>
    </MessagePage>
  )
}

/** A form that another site tried to send: nothing of it is shown, and nothing was done. */
export function FromElsewherePage({ frame }: { readonly frame: Frame }) {
  return (
    <MessagePage frame={frame} title="That did not come from here">
      <p class="govuk-body">Another website tried to send something to Hedgerow in your name. Nothing was done.</p>
      <p class="govuk-body">If you meant to do something here, start again from the first page.</p>
    </MessagePage>
  )
}

interface SendAgainPageProps {
  readonly frame: Frame
  /** The address the form was sent to. */
  readonly action: string
  readonly typed: Typed
}

/** A form whose page had grown too old: everything typed is here still, one press away from being sent. */
export function SendAgainPage({ frame, action, typed }: SendAgainPageProps) {
  return (
    <Page frame={frame} title="Please send that again" quickExit={!frame.person}>
      <h1 class="govuk-heading-l">Please send that again</h1>
      <p class="govuk-body">
        That page had been open for a long time, so it was not sent. Everything you typed is still here.
      </p>
      {!frame.person && (
        <p class="govuk-body">
          If you were signed in before,{' '}
          <a class="govuk-link" href={frame.urls.signIn} target="_blank" rel="noreferrer">
            sign in (opens in a new tab)
          </a>{' '}
          first, then come back to this page.
        </p>
      )}
      <Form action={action}>
        <KeptFields typed={typed} />
        <Button text="Send again" preventDoubleClick />
      </Form>
    </Page>
  )
}
