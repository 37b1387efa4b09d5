import type { Temporal } from 'temporal-polyfill'
import type { Help } from '../../../../engine/packs/schema/sections.js'
import { Confirmation } from '../../../../web/components/app/confirmation.js'
import { DraftSent } from '../../../../web/components/app/form.js'
import { Time } from '../../../../web/components/app/time.js'
import type { KeptClause } from '../../../../web/layout/foot.js'
import type { Frame } from '../../../../web/layout/frame.js'
import { Page } from '../../../../web/layout/page.js'
import type { Readers } from '../../queries/readers.js'
import { myReportsUrl } from '../../urls.js'
import { WhoReads } from './check.js'
import { HelpNow } from './help-now.js'

export interface SentPageProps {
  readonly frame: Frame
  readonly reference: string
  readonly readers: Readers
  readonly by: Temporal.Instant | null
  readonly now: Temporal.Instant
  readonly help: readonly Help[]
  /** Drafts that the browser may now forget. */
  readonly drafts: readonly string[]
  readonly keeps?: readonly KeptClause[]
}

/** It arrived: reference, who has it, by when, what to do meanwhile, who helps. Made to be printed. */
export function SentPage({ frame, reference, readers, by, now, help, drafts, keeps }: SentPageProps) {
  return (
    <Page frame={frame} title="Your report has been sent" keeps={keeps} quickExit>
      <h1 class="govuk-visually-hidden">Report a concern: sent</h1>
      <Confirmation
        headingLevel={2}
        title="Your report has been sent"
        reference={reference}
        whoHasIt={<WhoReads readers={readers} />}
        byWhen={
          by ? (
            <>
              It is read by <Time at={by} now={now} /> at the latest. If it is not, it goes on to somebody else by
              itself.
            </>
          ) : (
            'As soon as somebody opens it.'
          )
        }
        meanwhile="Stay near the child if you can. Do not ask more questions, do not look for more, and talk about it only with the people named here."
        helpNow={<HelpNow help={help} />}
      />
      {drafts.map((draft) => (
        <DraftSent draft={draft} />
      ))}
      <p class="govuk-body">
        Print this page if you need proof that you reported.{' '}
        <a class="govuk-link" href={myReportsUrl()}>
          What you reported before
        </a>
      </p>
    </Page>
  )
}
