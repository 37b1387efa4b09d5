import { RecordList } from '../../../web/components/app/record-list.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { dutiesUrl, noticesUrl, registerUrl } from '../urls.js'

export interface RegistersPageProps {
  readonly frame: Frame
  /** The registers this reader may see, with how many entries each has, as words. */
  readonly registers: readonly {
    readonly id: string
    readonly title: string
    readonly intro: string
    readonly count: string
  }[]
}

/** Every list that the school keeps because its policy says so, and the ways to what is owed and what is to be read. */
export function RegistersPage({ frame, registers }: RegistersPageProps) {
  return (
    <Page frame={frame} title="Registers" width="wide">
      <h1 class="govuk-heading-l">Registers</h1>
      <p class="govuk-body">
        Lists that our policy asks us to keep. What has to be{' '}
        <a class="govuk-link" href={dutiesUrl()}>
          done at times
        </a>{' '}
        and what has to be{' '}
        <a class="govuk-link" href={noticesUrl()}>
          read
        </a>{' '}
        have their own pages.
      </p>
      <RecordList
        records={registers.map(({ id, title, intro, count }) => ({
          href: registerUrl({ register: id }),
          title,
          lines: [intro],
          side: <span class="govuk-body-s">{count}</span>,
        }))}
      />
    </Page>
  )
}
