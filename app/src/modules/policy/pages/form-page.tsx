import type { ComponentChildren } from 'preact'
import { errorList } from '../../../engine/forms/form-errors.js'
import { FormFields } from '../../../engine/forms/form-fields.js'
import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import type { Shown } from './posts.js'

/** What one form is about. */
export interface FormAbout {
  readonly title: string
  readonly intro?: string
  readonly back: string
  readonly button: string
  /** What stands between the introduction and the questions: the words as they are, the figures on the table. */
  readonly before?: ComponentChildren
  /** Other things to do with the same record, in forms of their own. */
  readonly after?: ComponentChildren
}

export interface FormPageProps extends FormAbout, Shown {
  readonly frame: Frame
  readonly action: string
}

/** A page that asks for one thing: every form of the policy's life. */
export function FormPage({ frame, title, intro, back, button, before, after, action, ...fields }: FormPageProps) {
  return (
    <Page frame={frame} title={title} back={back} errors={errorList(fields.errors)}>
      <h1 class="govuk-heading-l">{title}</h1>
      {intro && <p class="govuk-body">{intro}</p>}
      {before}
      <Form action={action}>
        <FormFields {...fields} />
        <Button text={button} />
      </Form>
      {after}
    </Page>
  )
}
