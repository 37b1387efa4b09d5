import { EmptyList } from '../../../web/components/app/empty-list.js'
import { PagingLinks } from '../../../web/components/app/paging-links.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import type { Slice } from '../../../kernel/paging.js'
import type { Matter } from '../queries/standing.js'
import { keptUrl, needsUrl } from '../urls.js'
import type { DayAsked } from './past-day.js'
import { PastDay } from './past-day.js'
import { Matters } from './matters.js'

export interface NeedsPageProps {
  readonly frame: Frame
  readonly slice: Slice<Matter>
  readonly total: number
  readonly day: DayAsked
  readonly links: ReadonlyMap<string, string>
}

/** Everything about the policy that needs somebody, a page at a time: what is broken before what is due. */
export function NeedsPage({ frame, slice, total, day, links }: NeedsPageProps) {
  return (
    <Page
      frame={frame}
      title="What needs somebody"
      width="wide"
      breadcrumbs={[{ text: 'Is our policy kept?', href: keptUrl(day.query) }]}
    >
      <h1 class="govuk-heading-l">What needs somebody</h1>
      <PastDay day={day} todayUrl={needsUrl()} />
      {total === 0 ? (
        <EmptyList>Nothing needs anybody. A promise that is broken or falls due shows here.</EmptyList>
      ) : (
        <p class="govuk-body">{total === 1 ? '1 thing' : `${total} things`}, what is broken first.</p>
      )}
      <Matters matters={slice.rows} links={links} />
      <PagingLinks
        slice={slice}
        urlAt={(place) => needsUrl({ ...day.query, ...place })}
        words={{ before: 'Back', after: 'More' }}
      />
    </Page>
  )
}
