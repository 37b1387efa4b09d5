import type { Temporal } from 'temporal-polyfill'
import type { Help } from '../../../../engine/packs/schema/sections.js'
import { Confirmation } from '../../../../web/components/app/confirmation.js'
import { DraftSent } from '../../../../web/components/app/form.js'
import { Time } from '../../../../web/components/app/time.js'
import type { Frame } from '../../../../web/layout/frame.js'
import { Page } from '../../../../web/layout/page.js'
import type { Readers } from '../../queries/readers.js'
import { WhoReads } from '../report/check.js'
import { HelpNow } from '../report/help-now.js'
import { publicDraft } from './tell.js'

export interface PublicSentProps {
  readonly frame: Frame
  readonly reference: string
  /** Null when the same form was sent again later: the words are not for whoever presses Back. */
  readonly words: readonly [string, string, string] | null
  readonly readers: Readers
  readonly by: Temporal.Instant | null
  readonly now: Temporal.Instant
  readonly help: readonly Help[]
  readonly returnUrl: string
}

/** It arrived: the reference as proof, three words to come back with, who has it, by when there is an answer. */
export function PublicSentPage(props: PublicSentProps) {
  const { frame, reference, words, readers, by, now, help, returnUrl } = props
  return (
    <Page frame={frame} title="The school has your report" quickExit>
      <h1 class="govuk-visually-hidden">Tell the school about a worry: sent</h1>
      <Confirmation
        headingLevel={2}
        title="The school has your report"
        reference={reference}
        whoHasIt={<WhoReads readers={{ ...readers, names: [] }} />}
        byWhen={
          by ? (
            <>
              You have an answer here by <Time at={by} now={now} />.
            </>
          ) : (
            'As soon as somebody opens it.'
          )
        }
        meanwhile={<Meanwhile words={words} returnUrl={returnUrl} />}
        helpNow={<HelpNow help={help} />}
      />
      <DraftSent draft={publicDraft} />
    </Page>
  )
}

function Meanwhile({ words, returnUrl }: Pick<PublicSentProps, 'words' | 'returnUrl'>) {
  if (!words)
    return (
      <>
        Your three words were shown when you first sent this.{' '}
        <a class="govuk-link" href={returnUrl}>
          Read our answer with them
        </a>
      </>
    )
  return (
    <>
      Keep these three words: <strong class="hedgerow-words">{words.join(' · ')}</strong>. With them you can{' '}
      <a class="govuk-link" href={returnUrl}>
        come back, read our answer and write again
      </a>
      . We cannot find them for you later. Print this page if you want proof that you told us.
    </>
  )
}
