import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import type { Frame } from '../../../web/layout/frame.js'
import { PublicPage } from '../pages/public/public-page.js'
import { postedFields } from './posted-fields.js'

/** Very many at once: nothing is lost, one press sends it again. */
export const waitingPage = (frame: Frame, action: string, body: Readonly<Record<string, unknown>>) => (
  <PublicPage frame={frame} title="It is nearly your turn">
    <p class="govuk-body">
      Very many people are writing to the school at this moment. What you wrote is still here. Wait a few seconds, then
      send it again.
    </p>
    <Form action={action}>
      {postedFields(body).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button text="Send again" preventDoubleClick />
    </Form>
  </PublicPage>
)
