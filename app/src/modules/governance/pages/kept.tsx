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
  /** Since when `turned` counts, and whether that is when this reader last looked. */
  readonly since: { readonly at: Temporal.Instant; readonly lastLook: boolean }
  readonly links: ReadonlyMap<string, string>
  readonly dateError: string | null
  readonly typedDate: Readonly<Record<'day' | 'month' | 'year', string>>
}

/** Is our policy kept? The sentence first, then what needs somebody, beside the parts (before them on a phone). */
export function KeptPage(props: KeptPageProps) {
  const { frame, standing, day, dateError } = props
  const errors = dateError ? [{ text: dateError, href: '#as-of-day' }] : []
  return (
    <Page frame={frame} title="Is our policy kept?" width="wide" errors={errors}>
      <h1 class="govuk-heading-l">Is our policy kept?</h1>
      <p class="govuk-body-l">{sentenceOf(standing.total, standing.counts)}</p>
      <PastDay day={day} todayUrl={keptUrl()} />
      <div class="govuk-!-margin-bottom-6">
        <CountsBar counts={standing.counts} />
      </div>
      <div class="hedgerow-columns">
        <div>
          <NeedsSomebody standing={standing} day={day} links={props.links} />
          <Turns {...props} />
        </div>
        <section aria-labelledby="parts">
          <h2 class="govuk-heading-m" id="parts">
            The parts of {props.policy}
          </h2>
          <Parts standing={standing} day={day} />
          <AsOf error={dateError} typed={props.typedDate} />
        </section>
      </div>
    </Page>
  )
}

/** As many matters as the front shows; the others have a page of their own. */
export const mostMatters = 8

function NeedsSomebody({ standing, day, links }: Pick<KeptPageProps, 'standing' | 'day' | 'links'>) {
  const { matters } = standing
  if (matters.length === 0) return null
  return (
    <section aria-labelledby="needs">
      <h2 class="govuk-heading-m" id="needs">
        Needs somebody
      </h2>
      <Matters matters={matters.slice(0, mostMatters)} links={links} />
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

/** As many turns as the front lists. */
const mostTurns = 12

function Turns({ turned, since, now, day }: Pick<KeptPageProps, 'turned' | 'since' | 'now' | 'day'>) {
  const more = turned.length - mostTurns
  return (
    <section aria-labelledby="turned">
      <h2 class="govuk-heading-m" id="turned">
        {since.lastLook
          ? 'What turned since you last looked'
          : `What turned in the ${day.past ? 'seven days before' : 'last seven days'}`}
      </h2>
      {turned.length === 0 && (
        <p class="govuk-body">
          Nothing turned since <Time at={since.at} now={now} />.
        </p>
      )}
      <ul class="hedgerow-records">
        {turned.slice(0, mostTurns).map((turn) => (
          <li class="hedgerow-records__record">
            <a class="govuk-link" href={clauseUrl({ clause: turn.id })}>
              {turn.number} {turn.text}
            </a>
            <div class="hedgerow-records__side">
              <VerdictTag verdict={turn.to} />
            </div>
          </li>
        ))}
      </ul>
      {more > 0 && <p class="govuk-body">And {more} more: see the parts.</p>}
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
