import type { Temporal } from 'temporal-polyfill'
import type { Register } from '../../../engine/registers/register.js'
import { fullTime } from '../../../web/dates.js'
import { Form } from '../../../web/components/app/form.js'
import { StateTag } from '../../../web/components/app/state-tag.js'
import { Button } from '../../../web/components/govuk/button.js'
import { InsetText } from '../../../web/components/govuk/inset-text.js'
import { SummaryList } from '../../../web/components/govuk/summary-list.js'
import { Timeline } from '../../../web/components/moj/timeline.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { changeEntryUrl, endEntryUrl, lookedAtUrl, registerUrl, registersUrl } from '../urls.js'
import type { EntryLine } from './register.js'

/** One version in an entry's history. */
export interface HistoryLine {
  readonly at: Temporal.Instant
  readonly act: string
  readonly by: string | null
  readonly why: string | null
  /** What became different, as 'Question: was → is'. */
  readonly changes: readonly string[]
}

export interface EntryPageProps {
  readonly frame: Frame
  readonly register: Register
  readonly id: string
  readonly title: string
  readonly number: number
  readonly facts: readonly { readonly question: string; readonly answer: string }[]
  readonly state: EntryLine['state']
  readonly ended: boolean
  readonly history: readonly HistoryLine[]
  readonly mayKeep: boolean
  /** The entry can be looked at again with nothing to change. */
  readonly reviewed: boolean
}

/** One entry: what it says, what it needs, how it came to be. */
export function EntryPage(props: EntryPageProps) {
  const { frame, register, title, facts, state, history, ended } = props
  return (
    <Page
      frame={frame}
      title={register.secretTitle ? register.title : title}
      width="wide"
      breadcrumbs={[
        { text: 'Registers', href: registersUrl() },
        { text: register.title, href: registerUrl({ register: register.id }) },
        { text: title },
      ]}
    >
      <span class="govuk-caption-l">{register.title}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {state && (
        <p class="govuk-body">
          <StateTag state={state.look}>{state.words}</StateTag>
        </p>
      )}
      {ended && (
        <InsetText>This {register.one} was ended. It is kept so that any past date can be answered for.</InsetText>
      )}
      <SummaryList
        rows={facts.map(({ question, answer }) => ({
          key: { text: question },
          value: { text: <span class="hedgerow-typed">{answer || 'Not answered'}</span> },
        }))}
      />
      {props.mayKeep && !ended && <Acts {...props} />}
      <h2 class="govuk-heading-m">History</h2>
      <Timeline
        headingLevel={3}
        items={history.map(({ at, act, by, why, changes }) => ({
          label: { text: act },
          byline: by === null ? undefined : { text: by },
          datetime: { timestamp: at.toString(), text: fullTime(at) },
          text: (
            <>
              {[...(why ? [why] : []), ...changes].map((line) => (
                <span class="hedgerow-line">{line}</span>
              ))}
            </>
          ),
        }))}
      />
      <p class="govuk-body-s">Kept: {register.kept}</p>
    </Page>
  )
}

function Acts({ register, id, number, reviewed }: EntryPageProps) {
  const at = { register: register.id, entry: id }
  return (
    <div class="govuk-button-group">
      <Button href={changeEntryUrl(at)} text="Change" />
      {reviewed && (
        <Form action={lookedAtUrl(at)} classes="hedgerow-in-row">
          <input type="hidden" name="number" value={String(number)} />
          <Button classes="govuk-button--secondary" text="I looked at it today: still right" />
        </Form>
      )}
      <a class="govuk-link" href={endEntryUrl(at)}>
        End this {register.one}
      </a>
    </div>
  )
}
