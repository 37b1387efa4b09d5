import type { Finding } from '../../../engine/clauses/clause-state.js'

interface RecordLinksProps {
  readonly rows: Finding['rows']
  /** Where each record can be read, for readers who may; the others are only counted. */
  readonly links: ReadonlyMap<string, string>
  readonly most: number
}

const counted = (count: number): string => `${count} ${count === 1 ? 'record' : 'records'}`

/** The records behind a finding: a link for each that this reader may open, and how many there are besides. */
export function RecordLinks({ rows, links, most }: RecordLinksProps) {
  const readable = rows.flatMap(({ id }) => links.get(id) ?? []).slice(0, most)
  const others = rows.length - readable.length
  if (rows.length === 0) return null
  return (
    <p class="hedgerow-records__line">
      {readable.map((href, at) => (
        <>
          {at > 0 && ', '}
          <a class="govuk-link" href={href}>
            Record {at + 1}
          </a>
        </>
      ))}
      {others > 0 && (readable.length > 0 ? ` and ${counted(others)} more` : `${counted(others)} behind it`)}
    </p>
  )
}
