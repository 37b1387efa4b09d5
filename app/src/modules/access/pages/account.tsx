import type { ComponentChildren } from 'preact'
import type { Temporal } from 'temporal-polyfill'
import { Form } from '../../../web/components/app/form.js'
import { Time } from '../../../web/components/app/time.js'
import { Button } from '../../../web/components/govuk/button.js'
import { InsetText } from '../../../web/components/govuk/inset-text.js'
import { SummaryList } from '../../../web/components/govuk/summary-list.js'
import { Tag } from '../../../web/components/govuk/tag.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'

interface Listed {
  readonly id: string
  readonly label: string
  readonly removeUrl: string
}

export interface AccountPageProps {
  readonly frame: Frame
  readonly now: Temporal.Instant
  readonly name: string
  /** Null in the example school, where people have no accounts. */
  readonly account: {
    readonly username: string
    readonly passwordChangedAt: Temporal.Instant | null
    readonly recoveryCodesLeft: number
    readonly factors: readonly (Listed & {
      readonly since: Temporal.Instant
      readonly lastUsedAt: Temporal.Instant | null
    })[]
  } | null
  readonly sessions: readonly (Listed & {
    readonly seenAt: Temporal.Instant
    readonly current: boolean
    readonly shared: boolean
  })[]
  readonly urls: Readonly<Record<'password' | 'app' | 'passkey' | 'codes' | 'endAll' | 'reminders', string>>
}

/** My account: how I sign in, and where I am signed in. */
export function AccountPage(props: AccountPageProps) {
  const { frame, account, name } = props
  return (
    <Page frame={frame} title="Your account">
      <h1 class="govuk-heading-l">Your account</h1>
      {account ? (
        <>
          <HowISignIn {...props} account={account} name={name} />
          <SecondSteps {...props} account={account} />
        </>
      ) : (
        <InsetText>You are looking around the example school as {name}. Nobody here has a password.</InsetText>
      )}
      <h2 class="govuk-heading-m">Reminders</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={props.urls.reminders}>
          The mail of the week, and your deadlines in your own calendar
        </a>
      </p>
      <Sessions {...props} />
    </Page>
  )
}

type Having = AccountPageProps & { readonly account: NonNullable<AccountPageProps['account']> }

function HowISignIn({ account, name, now, urls }: Having) {
  const changed = account.passwordChangedAt
  return (
    <SummaryList
      rows={[
        { key: { text: 'Name' }, value: { text: name } },
        { key: { text: 'Username' }, value: { text: account.username } },
        {
          key: { text: 'Password' },
          value: {
            text: changed ? (
              <>
                Chosen <Time at={changed} now={now} />
              </>
            ) : (
              'Not chosen yet'
            ),
          },
          actions: { items: [{ href: urls.password, text: 'Change', visuallyHiddenText: 'password' }] },
        },
      ]}
    />
  )
}

function SecondSteps({ account, now, urls }: Having) {
  const { factors, recoveryCodesLeft: left } = account
  return (
    <>
      <h2 class="govuk-heading-m">Second step of signing in</h2>
      {factors.length === 0 && <p class="govuk-body">You have none yet. With one, a stolen password opens nothing.</p>}
      {factors.map(({ label, since, lastUsedAt, removeUrl }) => (
        <Removable url={removeUrl} button="Remove" what={label}>
          <strong>{label}</strong>, set up <Time at={since} now={now} />
          {lastUsedAt && (
            <>
              , last used <Time at={lastUsedAt} now={now} />
            </>
          )}
        </Removable>
      ))}
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={urls.app}>
            Set up an authenticator app
          </a>
        </li>
        <li>
          <a class="govuk-link" href={urls.passkey}>
            Set up a passkey
          </a>
        </li>
      </ul>
      {factors.length > 0 && (
        <Removable url={urls.codes} button="Make new recovery codes" what="">
          {left === 1 ? 'One recovery code is left.' : `${left} recovery codes are left.`} New ones take the place of
          the old.
        </Removable>
      )}
    </>
  )
}

function Sessions({ sessions, now, urls }: AccountPageProps) {
  return (
    <>
      <h2 class="govuk-heading-m">Where you are signed in</h2>
      {sessions.map(({ label, seenAt, current, shared, removeUrl }) => (
        <Removable url={removeUrl} button={current ? 'Sign out here' : 'Sign out there'} what={label}>
          <strong>{label}</strong>
          {shared && ' (shared computer)'}, last seen <Time at={seenAt} now={now} />{' '}
          {current && <Tag text="This one" />}
        </Removable>
      ))}
      <p class="govuk-body">If you do not know one of these, sign it out and choose a new password.</p>
      <Form action={urls.endAll}>
        <Button text="Sign out everywhere" classes="govuk-button--secondary" preventDoubleClick />
      </Form>
    </>
  )
}

interface RemovableProps {
  readonly url: string
  readonly button: string
  /** For ears: which of several. */
  readonly what: string
  readonly children: ComponentChildren
}

function Removable({ url, button, what, children }: RemovableProps) {
  return (
    <Form action={url}>
      <p class="govuk-body">{children}</p>
      <Button classes="govuk-button--secondary" preventDoubleClick>
        {button}
        {what && <span class="govuk-visually-hidden">: {what}</span>}
      </Button>
    </Form>
  )
}
