import type { Temporal } from 'temporal-polyfill'
import { PagingLinks } from '../../../web/components/app/paging-links.js'
import { Details } from '../../../web/components/govuk/details.js'
import { fullTime } from '../../../web/dates.js'
import { EmptyList } from '../../../web/components/app/empty-list.js'
import { Time } from '../../../web/components/app/time.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import type { Slice } from '../../../kernel/paging.js'
import { journalUrl } from '../urls.js'

export interface JournalLine {
  readonly id: string
  readonly at: Temporal.Instant
  readonly who: string
  readonly act: string
}

export interface JournalPageProps {
  readonly frame: Frame
  readonly now: Temporal.Instant
  readonly slice: Slice<JournalLine>
  /**
   * The marks of past days, newest first. Not how many entries there are: whoever subtracts those they see from all there are
   * would know that there is something about them.
   */
  readonly published: readonly { readonly hash: string; readonly at: Temporal.Instant }[]
}

/** What was done, by whom, newest first: only of records that the reader may see. */
export function JournalPage({ frame, now, slice, published }: JournalPageProps) {
  return (
    <Page frame={frame} title="Journal" width="wide">
      <h1 class="govuk-heading-l">Journal</h1>
      <p class="govuk-body">
        Every act and every look at a sensitive record, in order. You see the entries of what you may see; the rest are
        there too. Nobody can change or take out an entry without it showing.
      </p>
      {slice.rows.length === 0 ? (
        <EmptyList>No entry that you may see.</EmptyList>
      ) : (
        <ol class="hedgerow-records">
          {slice.rows.map(({ at, who, act }) => (
            <li class="hedgerow-records__record">
              <div>
                <strong>{act}</strong>
                <p class="hedgerow-records__line">
                  <Time at={at} now={now} />, {who}
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
      <Published published={published} />
      <PagingLinks slice={slice} urlAt={(place) => journalUrl(place)} />
    </Page>
  )
}

function Published({ published }: Pick<JournalPageProps, 'published'>) {
  if (published.length === 0) return null
  return (
    <Details
      summaryText="Where it ended on past days"
      text={
        <>
          <p class="govuk-body">
            Told to the safeguarding governor and the chair each day after school. Whoever checks the journal can
            compare.
          </p>
          <ul class="govuk-list">
            {published.map(({ hash, at }) => (
              <li>
                {fullTime(at)}: <code class="hedgerow-code">{hash}</code>
              </li>
            ))}
          </ul>
        </>
      }
    />
  )
}
