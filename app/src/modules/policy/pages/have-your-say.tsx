import type { FormContext } from '../../../engine/forms/field.js'
import { errorList } from '../../../engine/forms/form-errors.js'
import { FormFields } from '../../../engine/forms/form-fields.js'
import type { FormError } from '../../../engine/forms/parse-form.js'
import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import { fullDate } from '../../../web/dates.js'
import type { Typed } from '../../../web/kept-fields.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import type { PolicyConsultationRow } from '../adoption-schema.js'
import { sayForm } from '../draft/forms.js'

export interface HaveYourSayPageProps {
  readonly frame: Frame
  readonly school: string
  readonly action: string
  /** What parents are asked now; null when nothing is asked. */
  readonly asked: PolicyConsultationRow | null
  readonly sent: boolean
  readonly context: FormContext
  readonly typed?: Typed
  readonly errors?: readonly FormError[]
}

/** A parent answers what the school asks about the next version of its policy, with a name or without. */
export function HaveYourSayPage(props: HaveYourSayPageProps) {
  const { frame, school, asked, sent, errors = [] } = props
  return (
    <Page frame={frame} title="Have your say" errors={errorList(errors)}>
      <span class="govuk-caption-l">{school}</span>
      <h1 class="govuk-heading-l">{sent ? 'Thank you' : 'Have your say'}</h1>
      {sent && <p class="govuk-body">The school has your words. It must write down what it does about each answer.</p>}
      {!sent && asked === null && (
        <p class="govuk-body">Nothing is asked at the moment. You can always write to the school office.</p>
      )}
      {!sent && asked && <Ask {...props} asked={asked} errors={errors} />}
    </Page>
  )
}

function Ask({
  asked,
  action,
  context,
  typed,
  errors = [],
}: HaveYourSayPageProps & { readonly asked: PolicyConsultationRow }) {
  return (
    <>
      <p class="govuk-body">We are changing our online-safety policy. We ask you:</p>
      <div class="govuk-inset-text">{asked.ask}</div>
      <p class="govuk-body">You can answer until {fullDate(asked.closes_on)}. You need not give a name.</p>
      <Form action={action}>
        <FormFields form={sayForm} context={context} typed={typed} errors={errors} />
        <Button text="Send" preventDoubleClick />
      </Form>
      <p class="govuk-body">Are you worried about a child? Do not write it here. Tell the school or ring 999.</p>
    </>
  )
}
