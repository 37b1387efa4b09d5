import { EmptyList } from '../../../web/components/app/empty-list.js'
import { RecordList } from '../../../web/components/app/record-list.js'
import { StateTag } from '../../../web/components/app/state-tag.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { noticeReadersUrl, noticeUrl } from '../urls.js'

interface Mine {
  readonly id: string
  readonly title: string
  readonly intro: string
  readonly waits: boolean
  /** 'You acknowledged this on 3 Nov 2026', or null. */
  readonly said: string | null
}

export interface NoticesPageProps {
  readonly frame: Frame
  readonly mine: readonly Mine[]
  /** Those this reader sees to, with how many have read them. */
  readonly kept: readonly {
    readonly id: string
    readonly title: string
    readonly words: string
    readonly missing: number
  }[]
}

/** What I am to read, and, for those who see to it, who has. */
export function NoticesPage({ frame, mine, kept }: NoticesPageProps) {
  return (
    <Page frame={frame} title="To read" width="wide">
      <h1 class="govuk-heading-l">To read</h1>
      {mine.length === 0 && <EmptyList>No notice is for you. When the policy has one, it shows here.</EmptyList>}
      <RecordList
        records={mine.map(({ id, title, intro, waits, said }) => ({
          href: noticeUrl({ notice: id }),
          title,
          lines: [intro, ...(said ? [said] : [])],
          side: waits ? <StateTag state="due">Waits for you</StateTag> : <StateTag state="kept">Read</StateTag>,
        }))}
      />
      {kept.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Who has read them</h2>
          <RecordList
            records={kept.map(({ id, title, words, missing }) => ({
              href: noticeReadersUrl({ notice: id }),
              title,
              lines: [words],
              side:
                missing > 0 ? <StateTag state="due">{missing} to go</StateTag> : <StateTag state="kept">All</StateTag>,
            }))}
          />
        </>
      )}
    </Page>
  )
}
