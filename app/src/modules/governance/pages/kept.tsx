import type { Temporal } from 'temporal-polyfill'
import { Button } from '../../../web/components/govuk/button.js'
import { DateInput } from '../../../web/components/govuk/date-input.js'
import { Details } from '../../../web/components/govuk/details.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Time } from '../../../web/components/app/time.js'
import { fullDate } from '../../../web/dates.js'
import type { Turned } from '../queries/recent-turns.js'
import type { Matter, PartStanding, Standing } from '../queries/standing.js'
import { clauseUrl, keptUrl } from '../urls.js'
import { CountsBar, VerdictTag, sentenceOf } from './state-words.js'

export interface KeptPageProps {
  readonly frame: Frame
  readonly policy: string
  readonly standing: Standing
  readonly asOf: Temporal.Instant
  readonly now: Temporal.Instant
  /** False for today; true when a past day was asked for. */
  readonly past: boolean
  readonly known: 'as said then' | 'worked out'
  readonly turned: readonly Turned[]
  readonly dateError: string | null
  readonly typedDate: Readonly<Record<'day' | 'month' | 'year', string>>
}

const day = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO('Europe/London').toPlainDate()

/** Is our policy kept? The sentence first, then the parts, then what needs somebody. */
export function KeptPage(props: KeptPageProps) {
  const { frame, standing, asOf, past, known, dateError } = props
  const errors = dateError ? [{ text: dateError, href: '#as-of-day' }] : []
  return (
    <Page frame={frame} title="Is our policy kept?" width="wide" errors={errors}>
      <h1 class="govuk-heading-l">Is our policy kept?</h1>
      <p class="govuk-body-l">{sentenceOf(standing.total, standing.counts)}</p>
      {past && (
        <p class="govuk-body">
          This is how it stood at the end of {fullDate(day(asOf))},{' '}
          {known === 'worked out' ? 'worked out from the dates on the records.' : 'as Hedgerow said it that day.'}{' '}
          <a class="govuk-link" href={keptUrl()}>
            See today
          </a>
        </p>
      )}
      <CountsBar counts={standing.counts} />
      <NeedsSomebody standing={standing} />
      <h2 class="govuk-heading-m">The parts of {props.policy}</h2>
      {standing.parts.map((part) => (
        <PartRow part={part} />
      ))}
      <Turns turned={props.turned} now={props.now} />
      <AsOf error={dateError} typed={props.typedDate} />
    </Page>
  )
}

function NeedsSomebody({ standing }: { readonly standing: Standing }) {
  if (standing.matters.length === 0) return null
  return (
    <section aria-labelledby="needs">
      <h2 class="govuk-heading-m" id="needs">
        Needs somebody
      </h2>
      <ul class="hedgerow-records">
        {standing.matters.map((matter) => (
          <li class="hedgerow-records__record">
            <div>
              <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">{matter.sentence}</p>
              {matter.who && <p class="hedgerow-records__line">To act: {matter.who}</p>}
              <Touches matter={matter} />
            </div>
            <div class="hedgerow-records__side">
              <VerdictTag verdict={matter.verdict} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Touches({ matter: { clauses, verdict } }: { readonly matter: Matter }) {
  return (
    <p class="hedgerow-records__line">
      {verdict === 'broken' ? 'Breaks' : 'Will break'} {clauses.length === 1 ? 'promise' : 'promises'}{' '}
      {clauses.map((clause, at) => (
        <>
          {at > 0 && ', '}
          <a class="govuk-link" href={clauseUrl({ clause: clause.id })} title={clause.text}>
            {clause.number}
          </a>
        </>
      ))}
    </p>
  )
}

function PartRow({ part }: { readonly part: PartStanding }) {
  return (
    <section aria-labelledby={`part-${part.part}`}>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1" id={`part-${part.part}`}>
        {part.number}. {part.title}
      </h3>
      <CountsBar counts={part.counts} />
      <Details
        summaryText={`The ${part.clauses.length} promises of ${part.title}`}
        text={
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
        }
      />
    </section>
  )
}

function Turns({ turned, now }: { readonly turned: readonly Turned[]; readonly now: Temporal.Instant }) {
  return (
    <section aria-labelledby="turned">
      <h2 class="govuk-heading-m" id="turned">
        What turned in the last seven days
      </h2>
      {turned.length === 0 && <p class="govuk-body">Nothing turned.</p>}
      <ul class="govuk-list">
        {turned.map((turn) => (
          <li>
            <a class="govuk-link" href={clauseUrl({ clause: turn.id })}>
              Promise {turn.number}
            </a>{' '}
            <VerdictTag verdict={turn.to} /> <Time at={turn.at} now={now} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function AsOf({ error, typed }: { readonly error: string | null; readonly typed: KeptPageProps['typedDate'] }) {
  return (
    <form action={keptUrl()} method="get">
      <DateInput
        id="as-of"
        namePrefix="as-of"
        fieldset={{ legend: { text: 'How it stood on another day', classes: 'govuk-fieldset__legend--m' } }}
        hint={{ text: 'For example, 3 3 2026' }}
        values={{ 'as-of-day': typed.day, 'as-of-month': typed.month, 'as-of-year': typed.year }}
        {...(error ? { errorMessage: { text: error } } : {})}
      />
      <Button classes="govuk-button--secondary" text="Show that day" />
    </form>
  )
}
