import { directionOf } from '../../../engine/agreements/text.js'
import type { AgreementText } from '../../../engine/agreements/text.js'
import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import { Input } from '../../../web/components/govuk/input.js'
import { SummaryList } from '../../../web/components/govuk/summary-list.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import { acceptUrl, agreementsUrl, voidUrl } from '../urls.js'
import { AgreementTextView } from './agreement-text.js'

export interface ReceiptPageProps {
  readonly frame: Frame
  readonly id: string
  readonly rows: readonly { readonly key: string; readonly value: string }[]
  readonly code: string
  readonly hash: string
  readonly verify: string
  /** The text exactly as it was signed. */
  readonly text: AgreementText
  readonly mayAccept: boolean
  readonly mayVoid: boolean
  /** What is wrong with the reason that was typed, or null. */
  readonly problem: string | null
}

/** What was signed, by whom, when and how, with the code that proves it. Made to be printed. */
export function ReceiptPage(props: ReceiptPageProps) {
  const { frame, id, rows, code, hash, verify, text } = props
  const errors = props.problem ? [{ text: props.problem, href: '#reason' }] : []
  const inItsLanguage = { lang: text.language === 'en' ? 'en-GB' : text.language, dir: directionOf(text.language) }
  return (
    <Page frame={frame} title="Receipt" back={agreementsUrl()} errors={errors}>
      <h1 class="govuk-heading-l">Receipt: {text.title}</h1>
      <SummaryList
        rows={[...rows, { key: 'Receipt code', value: code }, { key: 'This exact text (SHA-256)', value: hash }].map(
          ({ key, value }) => ({ key: { text: key }, value: { text: <span class="agreement-code">{value}</span> } }),
        )}
      />
      <p class="govuk-body">
        Anybody can check this receipt at <strong class="agreement-code">{verify}</strong>: with the name, the day and
        the code it answers true or false, and nothing else.
      </p>
      {props.mayAccept && (
        <Form action={acceptUrl({ signature: id })}>
          <Button text="Accept this signature" />
        </Form>
      )}
      {props.mayVoid && (
        <details class="govuk-details" open={props.problem !== null}>
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">This was a mistake</span>
          </summary>
          <div class="govuk-details__text">
            <Form action={voidUrl({ signature: id })}>
              <Input
                name="reason"
                label={{ text: 'What happened?' }}
                hint={{ text: 'For example: the wrong name was tapped' }}
                {...(props.problem ? { errorMessage: { text: props.problem } } : {})}
              />
              <Button text="It does not count" classes="govuk-button--warning" />
            </Form>
          </div>
        </details>
      )}
      <h2 class="govuk-heading-m">What was signed</h2>
      <p class="govuk-body" {...inItsLanguage}>
        {text.intro}
      </p>
      <AgreementTextView text={text} />
      <p class="govuk-body govuk-!-font-weight-bold" {...inItsLanguage}>
        {text.promise}
      </p>
    </Page>
  )
}

export interface VerifyPageProps {
  readonly frame: Frame
  readonly action: string
  readonly answer: boolean | null
  readonly typed: Readonly<Record<string, string>>
  /** What is wrong with what was typed, by field. */
  readonly problems: Readonly<Record<string, string>>
}

/** Is a printed receipt true? The answer is one word; what was signed is nobody else's business. */
export function VerifyPage({ frame, action, answer, typed, problems }: VerifyPageProps) {
  const errors = Object.entries(problems).map(([field, text]) => ({ text, href: `#${field}` }))
  const given = (name: string) => ({
    name,
    value: typed[name] ?? '',
    ...(problems[name] ? { errorMessage: { text: problems[name] } } : {}),
  })
  return (
    <Page frame={frame} title="Check a receipt" errors={errors}>
      <h1 class="govuk-heading-l">Check a receipt</h1>
      {answer !== null && (
        <div class={`agreement-answer agreement-answer--${String(answer)}`} role="status">
          {answer ? 'True' : 'False'}
        </div>
      )}
      <p class="govuk-body">Copy the three lines from the receipt. The answer is “true” or “false”, and no more.</p>
      <Form action={action}>
        <Input {...given('name')} label={{ text: 'Signed by' }} />
        <Input {...given('day')} label={{ text: 'Day' }} hint={{ text: 'For example, 24 11 2026' }} />
        <Input {...given('code')} label={{ text: 'Receipt code' }} classes="govuk-input--width-20" />
        <Button text="Check" />
      </Form>
    </Page>
  )
}
