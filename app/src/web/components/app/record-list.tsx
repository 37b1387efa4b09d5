import type { ComponentChildren } from 'preact'

/** One record: what it is called, where it opens, what stands below it, and its state or clock at the side. */
export interface ListedRecord {
  readonly href: string
  readonly title: ComponentChildren
  readonly lines?: readonly ComponentChildren[]
  readonly side?: ComponentChildren
}

/** Records to open, newest or most pressing first. An empty list belongs to `<EmptyList>`. */
export function RecordList({ records }: { readonly records: readonly ListedRecord[] }) {
  return (
    <ul class="hedgerow-records">
      {records.map((record) => (
        <li class="hedgerow-records__record">
          <div>
            <a class="govuk-link hedgerow-records__title" href={record.href}>
              {record.title}
            </a>
            {record.lines?.map((line) => (
              <p class="hedgerow-records__line">{line}</p>
            ))}
          </div>
          {record.side && <div class="hedgerow-records__side">{record.side}</div>}
        </li>
      ))}
    </ul>
  )
}
