import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'

/** Gives the school's own words up for the pack's. */
export function TakeBack({ action, packSays }: { readonly action: string; readonly packSays: string }) {
  return (
    <Form action={action}>
      <p class="govuk-body">
        The pack says: <q>{packSays}</q>
      </p>
      <Button classes="govuk-button--secondary" text="Take your changes back" />
    </Form>
  )
}
