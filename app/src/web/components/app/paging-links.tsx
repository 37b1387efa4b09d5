import type { Slice } from '../../../kernel/paging.js'
import { Pagination } from '../govuk/pagination.js'

interface PagingLinksProps {
  readonly slice: Pick<Slice<unknown>, 'before' | 'after'>
  /** The list's own address at a place: `(place) => listUrl({ ...filters, ...place })`. */
  readonly urlAt: (place: { readonly after?: string; readonly before?: string }) => string
  /** What lies each way: 'Newer' and 'Older' for lists that begin with the newest. */
  readonly words?: { readonly before: string; readonly after: string }
}

/** The ways on from one page of a list; nothing when it has only one. */
export function PagingLinks({ slice, urlAt, words = { before: 'Newer', after: 'Older' } }: PagingLinksProps) {
  if (!slice.before && !slice.after) return null
  return (
    <Pagination
      landmarkLabel="More of this list"
      previous={slice.before ? { href: urlAt({ before: slice.before }), text: words.before } : undefined}
      next={slice.after ? { href: urlAt({ after: slice.after }), text: words.after } : undefined}
    />
  )
}
