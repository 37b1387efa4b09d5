import type { Temporal } from 'temporal-polyfill'
import { Form } from '../../../web/components/app/form.js'
import { Time } from '../../../web/components/app/time.js'
import { Button } from '../../../web/components/govuk/button.js'
import { Details } from '../../../web/components/govuk/details.js'
import { InsetText } from '../../../web/components/govuk/inset-text.js'
import { SummaryList } from '../../../web/components/govuk/summary-list.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { State } from './accounts.js'
import type { ListedAccount } from './accounts.js'

export interface OneAccountPageProps {
  readonly frame: Frame
  readonly now: Temporal.Instant
  readonly account: ListedAccount
  readonly sessions: number
  /** One's own account: somebody else must do these. */
  readonly own: boolean
  readonly urls: Readonly<Record<'list' | 'firstCode' | 'endSignIns' | 'askNew' | 'reset' | 'end', string>>
}

/** One account, and what can be done for or against it. */
export function OneAccountPage({ frame, now, account, sessions, own, urls }: OneAccountPageProps) {
  const last = account.lastSignedInAt
  return (
    <Page
      frame={frame}
      title="One account"
      breadcrumbs={[{ text: 'Accounts', href: urls.list }, { text: 'One account' }]}
    >
      <h1 class="govuk-heading-l">{account.name}</h1>
      <SummaryList
        rows={[
          { key: { text: 'Username' }, value: { text: account.username } },
          { key: { text: 'State' }, value: { text: <State {...account} /> } },
          { key: { text: 'Last signed in' }, value: { text: last ? <Time at={last} now={now} /> : 'Not yet' } },
          { key: { text: 'Signed in now on' }, value: { text: sessions === 1 ? '1 device' : `${sessions} devices` } },
        ]}
      />
      {own ? (
        <InsetText>This account is your own. Ask somebody else who keeps the accounts to change it.</InsetText>
      ) : (
        <Acts urls={urls} />
      )}
    </Page>
  )
}

const acts = [
  {
    url: 'firstCode',
    summary: 'New slip: they forgot their password, or somebody else may know it',
    says: 'You print a slip with a code and hand it over yourself. The password they have stops working at once, and they are signed out everywhere.',
    button: 'Make a new slip',
  },
  {
    url: 'reset',
    summary: 'Reset the second step: they lost their phone and their recovery codes',
    says: 'Make sure it is really them, face to face. Their app, passkeys and recovery codes stop working, they are signed out everywhere, and Hedgerow tells them so.',
    button: 'Reset the second step',
  },
  {
    url: 'askNew',
    summary: 'Ask for a new password',
    says: 'They choose a new one at their next click, before anything else opens.',
    button: 'Ask for a new password',
  },
  {
    url: 'endSignIns',
    summary: 'Sign them out everywhere',
    says: 'Every device of theirs asks for the password again. Use this when a phone or tablet is lost.',
    button: 'Sign them out',
  },
  {
    url: 'end',
    summary: 'End the account',
    says: 'They cannot sign in any more, from this minute. What they did stays on record. If they come back, they get a new account.',
    button: 'End the account',
  },
] as const

function Acts({ urls }: Pick<OneAccountPageProps, 'urls'>) {
  return (
    <>
      {acts.map(({ url, summary, says, button }) => (
        <Details summaryText={summary}>
          <p class="govuk-body">{says}</p>
          <Form action={urls[url]}>
            <Button text={button} classes={url === 'end' ? 'govuk-button--warning' : undefined} preventDoubleClick />
          </Form>
        </Details>
      ))}
    </>
  )
}
