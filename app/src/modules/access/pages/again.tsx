import { errorList } from '../../../engine/forms/form-errors.js'
import type { FormContext } from '../../../engine/forms/field.js'
import { FormFields } from '../../../engine/forms/form-fields.js'
import type { FormError } from '../../../engine/forms/parse-form.js'
import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { againForm } from '../forms.js'
import { HiddenNext } from './hidden-next.js'
import { PasskeyForm } from './passkey-form.js'
import type { PasskeyQuestion } from './passkey-form.js'

export interface AgainPageProps {
  readonly frame: Frame
  readonly context: FormContext
  readonly here: string
  readonly next: string | null
  /** In the example school nobody has a password. */
  readonly example: boolean
  readonly question: PasskeyQuestion | null
  readonly errors?: readonly FormError[]
}

/** Before something that cannot be undone: is it still you? */
export function AgainPage({ frame, context, here, next, example, question, errors = [] }: AgainPageProps) {
  return (
    <Page frame={frame} title="Show that it is you" errors={errorList(errors)}>
      <h1 class="govuk-heading-l">Show that it is you</h1>
      <p class="govuk-body">
        {example
          ? 'Here people would type their password again. In the example school you can just carry on.'
          : 'What comes next cannot be undone, or shows much. So we make sure that nobody else sits at your screen.'}
      </p>
      <Form action={here}>
        {!example && <FormFields form={againForm} context={context} errors={errors} />}
        <HiddenNext next={next} />
        <Button text="Continue" preventDoubleClick />
      </Form>
      {question && (
        <PasskeyForm action={here} kind="use" question={question} button="Use my passkey" secondary next={next} />
      )}
    </Page>
  )
}
