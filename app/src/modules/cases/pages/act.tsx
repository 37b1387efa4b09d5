import type { Form as FormOf } from '../../../engine/forms/define-form.js'
import type { FormContext, PersonChoice } from '../../../engine/forms/field.js'
import { errorList } from '../../../engine/forms/form-errors.js'
import { FormFields } from '../../../engine/forms/form-fields.js'
import type { FormError } from '../../../engine/forms/parse-form.js'
import { Form } from '../../../web/components/app/form.js'
import { MustNots } from '../../../web/components/app/must-nots.js'
import { Button } from '../../../web/components/govuk/button.js'
import { InsetText } from '../../../web/components/govuk/inset-text.js'
import type { Typed } from '../../../web/kept-fields.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import type { OpenThing } from '../queries/what-is-open.js'

export interface ActPageProps {
  readonly frame: Frame
  readonly number: string
  readonly title: string
  readonly lines: readonly string[]
  readonly mustNots: readonly string[]
  readonly quoted: string | null
  /** What still keeps the case open, on the page that closes it. */
  readonly open: readonly OpenThing[]
  readonly action: string
  readonly back: string
  readonly form: FormOf
  readonly context: FormContext
  readonly typed: Typed
  readonly errors: readonly FormError[]
  readonly found: Readonly<Record<string, readonly PersonChoice[]>>
  readonly button: string
}

/** One act on a case: what has to be known first, the questions, and the act's own button. */
export function ActPage(props: ActPageProps) {
  const { frame, title, errors, form } = props
  return (
    <Page frame={frame} title="Case: write it down" errors={errorList(errors)} back={props.back} blur>
      <span class="govuk-caption-l">Case {props.number}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      {props.lines.map((line) => (
        <p class="govuk-body">{line}</p>
      ))}
      <MustNots sentences={props.mustNots} />
      {props.quoted !== null && (
        <InsetText>
          <span class="hedgerow-typed">{props.quoted}</span>
        </InsetText>
      )}
      <StillOpen things={props.open} />
      {props.open.length === 0 && (
        <Form action={props.action}>
          <FormFields form={form} context={props.context} typed={props.typed} errors={errors} found={props.found} />
          <Button text={props.button} />
        </Form>
      )}
    </Page>
  )
}

function StillOpen({ things }: { readonly things: readonly OpenThing[] }) {
  if (things.length === 0) return null
  return (
    <>
      <p class="govuk-body">This case cannot be closed yet. Each of these leads to where it is dealt with:</p>
      <ul class="govuk-list govuk-list--bullet">
        {things.map(({ words, href }) => (
          <li>
            <a class="govuk-link" href={href}>
              {words}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
