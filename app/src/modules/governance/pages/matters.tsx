import type { Matter } from '../queries/standing.js'
import { clauseUrl } from '../urls.js'
import { RecordLinks } from './record-links.js'
import { VerdictTag } from './state-words.js'

/** As many promises as one matter names; an overdue review that breaks forty is still one thing to do. */
const mostTouched = 12

interface MattersProps {
  readonly matters: readonly Matter[]
  /** Where each record can be read, for readers who may: a governor gets none. */
  readonly links: ReadonlyMap<string, string>
}

/** Things that somebody must see to, each once, with the promises that it breaks or will break. */
export function Matters({ matters, links }: MattersProps) {
  return (
    <ul class="hedgerow-records">
      {matters.map((matter) => (
        <li class="hedgerow-records__record">
          <div>
            <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">{matter.sentence}</p>
            {matter.who && <p class="hedgerow-records__line">To act: {matter.who}</p>}
            <Touches matter={matter} />
            <RecordLinks rows={matter.rows} links={links} most={5} />
          </div>
          <div class="hedgerow-records__side">
            <VerdictTag verdict={matter.verdict} />
          </div>
        </li>
      ))}
    </ul>
  )
}

function Touches({ matter: { clauses, verdict } }: { readonly matter: Matter }) {
  const more = clauses.length - mostTouched
  return (
    <p class="hedgerow-records__line">
      {verdict === 'broken' ? 'Breaks' : 'Will break'} {clauses.length === 1 ? 'promise' : 'promises'}{' '}
      {clauses.slice(0, mostTouched).map((clause, at) => (
        <>
          {at > 0 && ', '}
          <a class="govuk-link" href={clauseUrl({ clause: clause.id })}>
            {clause.number}
          </a>
        </>
      ))}
      {more > 0 && ` and ${more} more`}
    </p>
  )
}
