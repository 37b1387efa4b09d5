import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import type { PartStanding } from '../queries/standing.js'
import { clauseUrl, keptPartUrl, keptUrl } from '../urls.js'
import type { DayAsked } from './past-day.js'
import { PastDay } from './past-day.js'
import { CountsBar, VerdictTag } from './state-words.js'

export interface PartPageProps {
  readonly frame: Frame
  readonly part: PartStanding
  readonly day: DayAsked
}

/** Every promise of one part of the policy, with how it stands. */
export function PartPage({ frame, part, day }: PartPageProps) {
  return (
    <Page
      frame={frame}
      title={part.title}
      width="wide"
      breadcrumbs={[{ text: 'Is our policy kept?', href: keptUrl(day.query) }]}
    >
      <h1 class="govuk-heading-l">
        {part.number}. {part.title}
      </h1>
      <PastDay day={day} todayUrl={keptPartUrl({ part: part.part })} />
      <CountsBar counts={part.counts} />
      <ul class="hedgerow-records">
        {part.clauses.map((clause) => (
          <li class="hedgerow-records__record">
            <a class="govuk-link" href={clauseUrl({ clause: clause.id })}>
              {clause.number} {clause.text}
            </a>
            <div class="hedgerow-records__side">
              <VerdictTag verdict={clause.state.verdict} />
            </div>
          </li>
        ))}
      </ul>
    </Page>
  )
}
