import type { Temporal } from 'temporal-polyfill'
import { EmptyList } from '../../../web/components/app/empty-list.js'
import { StateTag } from '../../../web/components/app/state-tag.js'
import { Time } from '../../../web/components/app/time.js'
import { InsetText } from '../../../web/components/govuk/inset-text.js'
import { Table } from '../../../web/components/govuk/table.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import type { OutboxLine } from '../queries/outbox.js'

export interface OutboxPageProps {
  readonly frame: Frame
  readonly now: Temporal.Instant
  /** Whether the school has said where mail leaves. */
  readonly mailIsSet: boolean
  readonly lines: readonly OutboxLine[]
}

/** Whether mail leaves: what waits and what went, never what it is about. */
export function OutboxPage({ frame, now, mailIsSet, lines }: OutboxPageProps) {
  return (
    <Page frame={frame} title="Outbox" width="wide">
      <h1 class="govuk-heading-l">Outbox</h1>
      <p class="govuk-body">
        Mails say only that something waits in Hedgerow. No name and no content leaves the school.
      </p>
      {!mailIsSet && (
        <InsetText>
          No mail leaves yet, because nobody has said by which server. Messages wait here, and everybody sees them under
          “Today”. To send mail, set SMTP_URL and start Hedgerow again.
        </InsetText>
      )}
      {lines.length === 0 ? (
        <EmptyList>No mail has been written. It will be, when a concern reaches somebody who has an address.</EmptyList>
      ) : (
        <Table
          head={[{ text: 'To' }, { text: 'Written' }, { text: 'State' }]}
          rows={lines.map((line) => [
            { text: line.address },
            { text: <Time at={line.at} now={now} /> },
            { text: <State {...line} now={now} /> },
          ])}
        />
      )}
    </Page>
  )
}

function State({ sent_at, tries, last_fault, now }: OutboxLine & { readonly now: Temporal.Instant }) {
  if (sent_at)
    return (
      <StateTag state="kept">
        Sent <Time at={sent_at} now={now} />
      </StateTag>
    )
  if (tries === 0) return <StateTag state="waiting" />
  return (
    <StateTag state="overdue">{`Not sent after ${tries} ${tries === 1 ? 'try' : 'tries'} (${last_fault ?? 'no answer'})`}</StateTag>
  )
}
