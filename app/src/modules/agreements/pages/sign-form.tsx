import { directionOf } from '../../../engine/agreements/text.js'
import type { AgreementText } from '../../../engine/agreements/text.js'
import { Button } from '../../../web/components/govuk/button.js'
import { Checkboxes } from '../../../web/components/govuk/checkboxes.js'
import { Input } from '../../../web/components/govuk/input.js'
import { Radios } from '../../../web/components/govuk/radios.js'
import { Textarea } from '../../../web/components/govuk/textarea.js'
import { Form } from '../../../web/components/app/form.js'
import type { FactKind } from '../schema.js'
import type { SigningWords } from '../words.js'
import { AgreementTextView } from './agreement-text.js'

/** Something to put right beside the box it belongs to. */
export interface SignProblem {
  readonly field: string
  readonly sentence: string
}

export interface SignFormProps {
  readonly text: AgreementText
  readonly words: SigningWords
  readonly action: string
  /** Hidden fields that go along: the key, the language. */
  readonly hidden: Readonly<Record<string, string>>
  readonly facts: readonly FactKind[]
  /** What happens without a signature, and the language in which the pack says it. */
  readonly unsigned: { readonly language: string; readonly words: string }
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly SignProblem[]
  /** Only these clauses, when what was signed before has changed. */
  readonly changed?: readonly string[]
  /** The signer's name, where we know it already; else they write it. */
  readonly name?: string
}

const errorFor = ({ problems }: SignFormProps, field: string) => {
  const found = problems.find((problem) => problem.field === field)
  return found ? { errorMessage: { text: found.sentence } } : {}
}

/** Reads and signs: the clauses, the questions that are answered apart, what was done with it, the name, and the way to say no. */
export function SignForm(props: SignFormProps) {
  const { text, words, action, hidden, changed, typed } = props
  const questions = text.clauses.filter(({ yes }) => yes !== undefined)
  return (
    <Form action={action}>
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {changed && changed.length > 0 && <p class="govuk-body govuk-!-font-weight-bold">{words.changed}</p>}
      <AgreementTextView text={text} withoutQuestions {...(changed && changed.length > 0 ? { only: changed } : {})} />
      {questions.map((clause) => (
        <Radios
          name={`answer-${clause.id}`}
          value={typed[`answer-${clause.id}`] ?? null}
          fieldset={{ legend: { text: clause.text, classes: 'govuk-fieldset__legend--s' } }}
          items={[
            { value: 'yes', text: clause.yes },
            { value: 'no', text: clause.no },
          ]}
          {...errorFor(props, `answer-${clause.id}`)}
        />
      ))}
      <Facts {...props} />
      <Name {...props} />
      <p class="govuk-body govuk-!-font-weight-bold">{text.promise}</p>
      <Button text={words.sign} name="go" value="sign" preventDoubleClick />
      <SayNo {...props} />
    </Form>
  )
}

function Facts({ facts, words, typed }: SignFormProps) {
  const offered = facts.filter((fact) => fact !== 'talked-through')
  if (offered.length === 0) return null
  return (
    <Checkboxes
      name="facts"
      values={(typed['facts'] ?? '').split(',')}
      items={offered.map((fact) => ({ value: fact, text: fact === 'read' ? words.read : words.discussed }))}
    />
  )
}

function Name(props: SignFormProps) {
  const { name, words, typed } = props
  if (name !== undefined) return null
  return (
    <Input
      name="name"
      label={{ text: words.name, classes: 'govuk-label--s' }}
      value={typed['name'] ?? ''}
      autocomplete="name"
      {...errorFor(props, 'name')}
    />
  )
}

function SayNo({ words, unsigned, typed }: SignFormProps) {
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{words.no}</span>
      </summary>
      <div class="govuk-details__text">
        <p>{words.noHint}</p>
        <p>
          <strong>{words.unsigned}</strong>{' '}
          <span lang={unsigned.language} dir={directionOf(unsigned.language)}>
            {unsigned.words}
          </span>
        </p>
        <Textarea name="reason" label={{ text: words.reason }} rows={3} value={typed['reason'] ?? ''} />
        <Button text={words.sayNo} name="go" value="no" classes="govuk-button--secondary" />
      </div>
    </details>
  )
}
