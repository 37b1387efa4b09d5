import type { Temporal } from 'temporal-polyfill'
import { Button } from '../../../web/components/govuk/button.js'
import { DateInput } from '../../../web/components/govuk/date-input.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Time } from '../../../web/components/app/time.js'
import type { Turned } from '../queries/recent-turns.js'
import type { Standing } from '../queries/standing.js'
import { clauseUrl, keptPartUrl, keptUrl, needsUrl } from '../urls.js'
import { Matters } from './matters.js'
import type { DayAsked } from './past-day.js'
import { PastDay } from './past-day.js'
import { CountsBar, VerdictTag, sentenceOf } from './state-words.js'

export interface KeptPageProps {
  readonly frame: Frame
  readonly policy: string
  readonly standing: Standing
  readonly day: DayAsked
  readonly now: Temporal.Instant
  readonly turned: readonly Turned[]
  readonly dateError: string | null
  readonly typedDate: Readonly<Record<'day' | 'month' | 'year', string>>
}

/** Is our policy kept? The sentence first, then the parts, then what needs somebody. */
export function KeptPage(props: KeptPageProps) {
  const { frame, standing, day, dateError } = props
  const errors = dateError ? [{ text: dateError, href: '#as-of-day' }] : []
  return (
    <Page frame={frame} title="Is our policy kept?" width="wide" errors={errors}>
      <h1 class="govuk-heading-l">Is our policy kept?</h1>
      <p class="govuk-body-l">{sentenceOf(standing.total, standing.counts)}</p>
      <PastDay day={day} todayUrl={keptUrl()} />
      <CountsBar counts={standing.counts} />
      <NeedsSomebody standing={standing} day={day} />
      <h2 class="govuk-heading-m">The parts of {props.policy}</h2>
      <Parts standing={standing} day={day} />
      <Turns turned={props.turned} now={props.now} />
      <AsOf error={dateError} typed={props.typedDate} />
    </Page>
  )
}

/** As many matters as the front shows; the others have a page of their own. */
const mostMatters = 8

function NeedsSomebody({ standing, day }: Pick<KeptPageProps, 'standing' | 'day'>) {
  const { matters } = standing
  if (matters.length === 0) return null
  return (
    <section aria-labelledby="needs">
      <h2 class="govuk-heading-m" id="needs">
        Needs somebody
      </h2>
      <Matters matters={matters.slice(0, mostMatters)} />
      {matters.length > mostMatters && (
        <p class="govuk-body">
          <a class="govuk-link" href={needsUrl(day.query)}>
            All {matters.length} things that need somebody
          </a>
        </p>
      )}
    </section>
  )
}

function Parts({ standing, day }: Pick<KeptPageProps, 'standing' | 'day'>) {
  return (
    <ul class="hedgerow-records">
      {standing.parts.map(({ part, number, title, counts }) => (
        <li class="hedgerow-records__record">
          <div>
            <a class="govuk-link hedgerow-records__title" href={keptPartUrl({ part }, day.query)}>
              {number}. {title}
            </a>
            <CountsBar counts={counts} />
          </div>
        </li>
      ))}
    </ul>
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
