import { RecordList } from '../../../../web/components/app/record-list.js'
import { concernUrl } from '../../urls.js'
import type { ConcernScreenProps } from './concern.js'
import { lineRecord } from './line-record.js'

/** Concerns that are linked, and those that may belong to it, each with why; earlier cases among them say so. */
export function Related({ related, links, calendar, now }: ConcernScreenProps) {
  if (related.length + links.length === 0) return null
  return (
    <section aria-labelledby="related">
      <h2 class="govuk-heading-m" id="related">
        What may belong to it
      </h2>
      {links.length > 0 && (
        <ul class="govuk-list">
          {links.map(({ id, reference, why }) => (
            <li key={id}>
              <a class="govuk-link" href={concernUrl({ concern: id })}>
                {reference}
              </a>
              , linked: {why}
            </li>
          ))}
        </ul>
      )}
      <RecordList
        records={related.map(({ why, case_id, ...line }) => {
          const record = lineRecord(line, calendar, now)
          const earlier = case_id ? ['It became a case'] : []
          return { ...record, lines: [[...why, ...earlier].join('. '), ...(record.lines ?? [])] }
        })}
      />
    </section>
  )
}
