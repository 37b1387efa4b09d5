import { Form } from '../../../web/components/app/form.js'
import { StateTag } from '../../../web/components/app/state-tag.js'
import { Button } from '../../../web/components/govuk/button.js'
import { Input } from '../../../web/components/govuk/input.js'
import { Select } from '../../../web/components/govuk/select.js'
import { Textarea } from '../../../web/components/govuk/textarea.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import { chaseUrl, gateUrl, noUrl, paperUrl, receiptUrl } from '../urls.js'

export interface PersonPageProps {
  readonly frame: Frame
  readonly id: string
  readonly name: string
  readonly about: string
  readonly agreements: readonly {
    readonly id: string
    readonly title: string
    readonly state: string
    readonly done: boolean
    readonly questions: readonly {
      readonly id: string
      readonly text: string
      readonly yes: string
      readonly no: string
    }[]
  }[]
  readonly history: readonly { readonly day: string; readonly words: string; readonly receipt: string | null }[]
  /** Who may have signed: the person, and for a child the adults whom the school knows. */
  readonly signers: readonly { readonly value: string; readonly text: string }[]
  readonly key: string
  readonly noKey: string
  readonly problem: { readonly field: string; readonly sentence: string } | null
  readonly typed: Readonly<Record<string, string>>
}

/** One person's agreements: how each stands, all that happened, and paper or a no recorded by the office. */
export function PersonPage(props: PersonPageProps) {
  const { frame, name, about, agreements, history, problem } = props
  const errors = problem ? [{ text: problem.sentence, href: `#${problem.field}` }] : []
  return (
    <Page frame={frame} title="Somebody’s agreements" back={chaseUrl()} errors={errors}>
      <span class="govuk-caption-l">{about}</span>
      <h1 class="govuk-heading-l">{name}</h1>
      <ul class="hedgerow-records">
        {agreements.map(({ title, state, done }) => (
          <li class="hedgerow-records__record">
            <div>{title}</div>
            <div class="hedgerow-records__side">
              <StateTag state={done ? 'kept' : 'waiting'}>{state}</StateTag>
            </div>
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={gateUrl({ person: props.id })}>
          What have they been given, and what may they have?
        </a>
      </p>
      <Paper {...props} />
      <No {...props} />
      <h2 class="govuk-heading-m">What happened</h2>
      {history.length === 0 && <p class="govuk-body">Nothing yet.</p>}
      <ul class="govuk-list">
        {history.map(({ day, words, receipt }) => (
          <li>
            {day}:{' '}
            {receipt ? (
              <a class="govuk-link" href={receiptUrl({ signature: receipt })}>
                {words}
              </a>
            ) : (
              words
            )}
          </li>
        ))}
      </ul>
    </Page>
  )
}

const choices = ({ agreements }: PersonPageProps) => agreements.map(({ id, title }) => ({ value: id, text: title }))

function Paper(props: PersonPageProps) {
  const { id, key, typed, signers, problem, agreements } = props
  const error = problem?.field === 'place' ? { errorMessage: { text: problem.sentence } } : {}
  return (
    <details class="govuk-details" open={problem !== null}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">They signed on paper</span>
      </summary>
      <div class="govuk-details__text">
        <Form action={paperUrl({ person: id })}>
          <input type="hidden" name="key" value={key} />
          <Select
            name="agreement"
            label={{ text: 'Which agreement?' }}
            items={choices(props)}
            value={typed['agreement'] ?? null}
          />
          <Select name="signer" label={{ text: 'Who signed?' }} items={signers} value={typed['signer'] ?? null} />
          {agreements.flatMap(({ questions }) =>
            questions.map((question) => (
              <Select
                name={`answer-${question.id}`}
                label={{ text: question.text }}
                items={[
                  { value: '', text: 'Not on this paper' },
                  { value: 'yes', text: question.yes },
                  { value: 'no', text: question.no },
                ]}
                value={typed[`answer-${question.id}`] ?? ''}
              />
            )),
          )}
          <Input
            name="day"
            label={{ text: 'On which day?' }}
            hint={{ text: 'For example, 24 11 2026' }}
            value={typed['day'] ?? ''}
            classes="govuk-input--width-10"
            {...(problem?.field === 'day' ? { errorMessage: { text: problem.sentence } } : {})}
          />
          <Input
            name="place"
            label={{ text: 'Where is the paper filed?' }}
            hint={{ text: 'The paper itself stays on paper: nothing is uploaded here' }}
            value={typed['place'] ?? ''}
            {...error}
          />
          <Button text="Record it" />
        </Form>
      </div>
    </details>
  )
}

function No(props: PersonPageProps) {
  const { id, noKey, signers } = props
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">They said no, or took it back</span>
      </summary>
      <div class="govuk-details__text">
        <Form action={noUrl({ person: id })}>
          <input type="hidden" name="key" value={noKey} />
          <Select name="agreement" label={{ text: 'Which agreement?' }} items={choices(props)} />
          <Select name="signer" label={{ text: 'Who?' }} items={signers} />
          <Select
            name="kind"
            label={{ text: 'What did they do?' }}
            items={[
              { value: 'refused', text: 'Said no' },
              { value: 'withdrawn', text: 'Took their signature back' },
            ]}
          />
          <Textarea
            name="reason"
            label={{ text: 'Why, if they said so' }}
            hint={{ text: 'Only the headteacher and the safeguarding lead can read it' }}
            rows={3}
          />
          <Button text="Record it" classes="govuk-button--secondary" />
        </Form>
      </div>
    </details>
  )
}
