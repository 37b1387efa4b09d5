import { Button } from '../../../web/components/govuk/button.js'
import { WarningText } from '../../../web/components/govuk/warning-text.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'

export interface RecoveryCodesPageProps {
  readonly frame: Frame
  readonly codes: readonly string[]
  readonly onward: string
}

/** Ten codes, shown this once: for the day the phone is lost. */
export function RecoveryCodesPage({ frame, codes, onward }: RecoveryCodesPageProps) {
  return (
    <Page frame={frame} title="Your recovery codes">
      <h1 class="govuk-heading-l">Your recovery codes</h1>
      <p class="govuk-body">
        If you lose your phone, each of these opens your account once, after your password. They take the place of any
        you had before.
      </p>
      <WarningText>
        They are shown only now. Print them or write them down, and keep them where you keep your bank card.
      </WarningText>
      <ol class="govuk-list govuk-list--number">
        {codes.map((code) => (
          <li>
            <strong>{code}</strong>
          </li>
        ))}
      </ol>
      <div class="govuk-button-group">
        <Button text="I have kept them" href={onward} />
        <button type="button" class="govuk-button govuk-button--secondary" data-print="yes" hidden>
          Print
        </button>
      </div>
      <script type="module" src={frame.assets.url('account.js')} />
    </Page>
  )
}
