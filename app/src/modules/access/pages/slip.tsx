import type { Temporal } from 'temporal-polyfill'
import { Button } from '../../../web/components/govuk/button.js'
import { WarningText } from '../../../web/components/govuk/warning-text.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { fullDate } from '../../../web/dates.js'

export interface SlipPageProps {
  readonly frame: Frame
  readonly name: string
  readonly username: string
  /** Works once. Shown on this page and nowhere again. */
  readonly code: string
  /** The last day on which it works. */
  readonly until: Temporal.PlainDate
  /** 'https://hedgerow.example.org/sign-in/oakfield/first' */
  readonly address: string
  readonly listUrl: string
}

/** The slip for somebody's first sign-in, to print and hand over. */
export function SlipPage({ frame, name, username, code, until, address, listUrl }: SlipPageProps) {
  return (
    <Page frame={frame} title="A slip for the first sign-in">
      <h1 class="govuk-heading-l">For {name}</h1>
      <WarningText>
        The code is shown only now. Print this page, or copy it by hand, and give it to {name} in person.
      </WarningText>
      <ol class="govuk-list govuk-list--number">
        <li>
          Open <strong class="govuk-!-text-break-word">{address}</strong>
        </li>
        <li>
          Type your username: <strong class="govuk-!-text-break-word">{username}</strong>
        </li>
        <li>
          Type this code: <strong>{code}</strong>
        </li>
        <li>Choose a password that only you know, and throw this slip away.</li>
      </ol>
      <p class="govuk-body">The code works once, until {fullDate(until)}.</p>
      <div class="govuk-button-group">
        <button type="button" class="govuk-button" data-print="yes" hidden>
          Print the slip
        </button>
        <Button text="Back to the accounts" href={listUrl} classes="govuk-button--secondary" />
      </div>
      <script type="module" src={frame.assets.url('account.js')} />
    </Page>
  )
}
