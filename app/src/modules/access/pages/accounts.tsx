import type { Temporal } from 'temporal-polyfill'
import { EmptyList } from '../../../web/components/app/empty-list.js'
import { Form } from '../../../web/components/app/form.js'
import { RecordList } from '../../../web/components/app/record-list.js'
import { Time } from '../../../web/components/app/time.js'
import { Button } from '../../../web/components/govuk/button.js'
import { Details } from '../../../web/components/govuk/details.js'
import { Tag } from '../../../web/components/govuk/tag.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'

/** One account as a list shows it. No secret, nor the hash of one, is among it. */
export interface ListedAccount {
  readonly href: string
  readonly name: string
  readonly username: string
  readonly job: string | null
  readonly lastSignedInAt: Temporal.Instant | null
  readonly mustChange: boolean
  readonly secondSteps: number
  readonly needsSecondStep: boolean
}

export interface AccountsPageProps {
  readonly frame: Frame
  readonly now: Temporal.Instant
  readonly accounts: readonly ListedAccount[]
  readonly urls: { readonly add: string; readonly askAll: string }
}

/** Everybody who can sign in, and what is still wanting. */
export function AccountsPage({ frame, now, accounts, urls }: AccountsPageProps) {
  return (
    <Page frame={frame} title="Accounts" width="wide">
      <h1 class="govuk-heading-l">Accounts</h1>
      {accounts.length === 0 ? (
        <EmptyList act={{ href: urls.add, text: 'Give somebody an account' }}>
          Nobody has an account yet. Everybody who works or governs here gets one of their own.
        </EmptyList>
      ) : (
        <>
          <p class="govuk-body">
            <a class="govuk-link" href={urls.add}>
              Give somebody an account
            </a>
          </p>
          <RecordList records={accounts.map((account) => recordOf(account, now))} />
          <Details summaryText="Ask everybody for a new password">
            <p class="govuk-body">At their next click, everybody chooses a new password before anything else opens.</p>
            <Form action={urls.askAll}>
              <Button text="Ask everybody" classes="govuk-button--secondary" preventDoubleClick />
            </Form>
          </Details>
        </>
      )}
    </Page>
  )
}

function recordOf(account: ListedAccount, now: Temporal.Instant) {
  const { lastSignedInAt: last } = account
  return {
    href: account.href,
    title: account.name,
    lines: [
      [account.job, account.username].filter(Boolean).join(', '),
      last ? (
        <>
          Last signed in <Time at={last} now={now} />
        </>
      ) : (
        'Has not signed in yet'
      ),
    ],
    side: <State {...account} />,
  }
}

/** What is still wanting, the graver first. */
export function State({ needsSecondStep, secondSteps, mustChange }: ListedAccount) {
  if (needsSecondStep && secondSteps === 0) return <Tag text="Needs a second step" classes="govuk-tag--yellow" />
  if (mustChange) return <Tag text="New password asked for" classes="govuk-tag--yellow" />
  return <Tag text={secondSteps > 0 ? 'Two steps' : 'Password'} classes="govuk-tag--grey" />
}
