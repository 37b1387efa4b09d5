import type { Temporal } from 'temporal-polyfill'
import type { FormContext, PersonChoice } from '../../../../engine/forms/field.js'
import type { FormError } from '../../../../engine/forms/parse-form.js'
import { errorList } from '../../../../engine/forms/form-errors.js'
import { isOver, timeLeft } from '../../../../kernel/calendar/time-left.js'
import { StateTag } from '../../../../web/components/app/state-tag.js'
import type { Typed } from '../../../../web/kept-fields.js'
import type { KeptClause } from '../../../../web/layout/foot.js'
import type { Frame } from '../../../../web/layout/frame.js'
import { Page } from '../../../../web/layout/page.js'
import type { ConcernPage } from '../../queries/concern-page.js'
import { concernsUrl } from '../../urls.js'
import { ConcernActs } from './acts.js'
import { ConcernFacts } from './facts.js'
import { stateWords } from './line-record.js'
import { Related } from './related.js'

export interface ConcernScreenProps extends ConcernPage {
  readonly frame: Frame
  readonly context: FormContext
  readonly now: Temporal.Instant
  /** What was typed into one of the acts, and what is wrong with it. */
  readonly typed: Typed
  readonly errors: readonly FormError[]
  /** Which act came back with errors or a search. */
  readonly act: string | null
  readonly found: Readonly<Record<string, readonly PersonChoice[]>> | undefined
  /** Whether the reader may decide, and whether they may answer. */
  readonly mayTriage: boolean
  readonly mayAnswer: boolean
  readonly keeps?: readonly KeptClause[]
}

/** One screen on which a concern is decided: what is known on the left, the acts on the right, what is related below. */
export function ConcernScreen(props: ConcernScreenProps) {
  const { frame, concern, errors, calendar, now, keeps } = props
  const { reference, urgency, next_due, state } = concern
  return (
    <Page
      frame={frame}
      title="A concern"
      width="wide"
      blur
      errors={errorList(errors)}
      breadcrumbs={[{ text: 'Concerns', href: concernsUrl() }]}
      keeps={keeps}
    >
      <h1 class="govuk-heading-l">
        Concern {reference} {urgency === 'urgent' && <StateTag state="urgent" />}{' '}
        {next_due ? (
          <StateTag state={isOver(now, next_due) ? 'overdue' : 'due'}>{timeLeft(calendar, now, next_due)}</StateTag>
        ) : (
          <StateTag state="closed">{stateWords[state]}</StateTag>
        )}
      </h1>
      <div class="hedgerow-columns">
        <section aria-labelledby="known">
          <h2 class="govuk-heading-m" id="known">
            What is known
          </h2>
          <ConcernFacts {...props} />
        </section>
        <section aria-labelledby="to-do">
          <h2 class="govuk-heading-m" id="to-do">
            What to do
          </h2>
          <ConcernActs {...props} />
        </section>
      </div>
      <Related {...props} />
    </Page>
  )
}
