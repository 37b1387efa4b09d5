import type { Temporal } from 'temporal-polyfill'
import { errorList } from '../../../engine/forms/form-errors.js'
import { FormFields } from '../../../engine/forms/form-fields.js'
import type { Form as FormOf } from '../../../engine/forms/define-form.js'
import type { FormContext } from '../../../engine/forms/field.js'
import type { FormError } from '../../../engine/forms/parse-form.js'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import { fullTime } from '../../../web/dates.js'
import { EmptyList } from '../../../web/components/app/empty-list.js'
import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import { SummaryList } from '../../../web/components/govuk/summary-list.js'
import { Timeline } from '../../../web/components/moj/timeline.js'
import type { Typed } from '../../../web/kept-fields.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { dutiesUrl, dutyInstanceUrl, dutyUrl } from '../urls.js'
import { DutyTag } from './duties.js'
import type { DutyLine } from './duties.js'

/** One answer, for the history. */
export interface AnswerLine {
  readonly at: Temporal.Instant
  readonly outcome: string
  readonly by: string | null
  readonly words: readonly string[]
}

export interface DutyPageProps {
  readonly frame: Frame
  readonly title: string
  readonly line: DutyLine
  /** 'Every 12 months', and who hears when it is late. */
  readonly facts: readonly { readonly question: string; readonly answer: string }[]
  readonly answers: readonly AnswerLine[]
  /** What is asked of this reader; null where it is another post's. */
  readonly asked: {
    readonly form: FormOf
    readonly context: FormContext
    readonly typed?: Typed
    readonly errors: readonly FormError[]
    readonly once: string
  } | null
  readonly now: Temporal.Instant
  readonly calendar: SchoolCalendar
}

/** One duty: what is asked, when, the form to answer it, and every answer there was. */
export function DutyPage(props: DutyPageProps) {
  const { frame, title, line, facts, answers, asked, now, calendar } = props
  const url = dutyInstanceUrl({ duty: line.duty, key: line.key })
  return (
    <Page
      frame={frame}
      title={title}
      errors={errorList(asked?.errors ?? [])}
      breadcrumbs={[
        { text: 'Duties', href: dutiesUrl() },
        { text: title, href: dutyUrl({ duty: line.duty }) },
        { text: `Promise ${line.number}` },
      ]}
    >
      <span class="govuk-caption-l">
        {title}: promise {line.number}
      </span>
      <h1 class="govuk-heading-m">{line.asks}</h1>
      <p class="govuk-body">
        <DutyTag line={line} now={now} calendar={calendar} />
      </p>
      <SummaryList rows={facts.map(({ question, answer }) => ({ key: { text: question }, value: { text: answer } }))} />
      {asked && (
        <Form action={url}>
          <input type="hidden" name="once" value={asked.once} />
          <h2 class="govuk-heading-m">Your answer</h2>
          <FormFields {...asked} />
          <Button text="Put on record" />
        </Form>
      )}
      <h2 class="govuk-heading-m">Answers</h2>
      {answers.length === 0 && <EmptyList>Nobody has answered this yet.</EmptyList>}
      <Timeline
        headingLevel={3}
        items={answers.map(({ at, outcome, by, words }) => ({
          label: { text: outcome },
          byline: by === null ? undefined : { text: by },
          datetime: { timestamp: at.toString(), text: fullTime(at) },
          text: (
            <>
              {words.map((said) => (
                <span class="hedgerow-line hedgerow-typed">{said}</span>
              ))}
            </>
          ),
        }))}
      />
    </Page>
  )
}
