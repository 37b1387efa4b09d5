import { errorList } from '../../../engine/forms/form-errors.js'
import { FormFields } from '../../../engine/forms/form-fields.js'
import type { Form as FormOf } from '../../../engine/forms/define-form.js'
import type { FormContext, PersonChoice } from '../../../engine/forms/field.js'
import type { FormError } from '../../../engine/forms/parse-form.js'
import type { Typed } from '../../../web/kept-fields.js'
import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'

export interface EntryFormPageProps {
  readonly frame: Frame
  readonly title: string
  readonly lead?: string
  readonly back: string
  readonly action: string
  readonly button: string
  readonly form: FormOf
  readonly context: FormContext
  readonly typed?: Typed
  readonly errors: readonly FormError[]
  readonly found?: Readonly<Record<string, readonly PersonChoice[]>>
  /** The version that the person has before them. */
  readonly number?: number
  /** Sent only once, however often the button is pressed. */
  readonly once?: string
  readonly withFile?: boolean
}

/** A form of the engines: an entry, the end of one, an import, the answer to a duty. */
export function EntryFormPage(props: EntryFormPageProps) {
  const { frame, title, lead, back, action, button, number, once, withFile, ...fields } = props
  return (
    <Page frame={frame} title={title} back={back} errors={errorList(fields.errors)}>
      <h1 class="govuk-heading-l">{title}</h1>
      {lead && <p class="govuk-body">{lead}</p>}
      <Form action={action} {...(withFile ? { withFile } : {})}>
        {number !== undefined && <input type="hidden" name="number" value={String(number)} />}
        {once !== undefined && <input type="hidden" name="once" value={once} />}
        <FormFields {...fields} />
        <Button text={button} />
      </Form>
    </Page>
  )
}
