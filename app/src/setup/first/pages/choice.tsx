import { Form } from '../../../web/components/app/form.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'

export interface ChoicePageProps {
  readonly frame: Frame
  readonly urls: { readonly setUp: string; readonly example: string }
}

/** The very first page, on a server with no school yet: two ways on, and nothing else to decide. */
export function ChoicePage({ frame, urls }: ChoicePageProps) {
  return (
    <Page frame={frame} title="Welcome to Hedgerow">
      <h1 class="govuk-heading-xl">Your online-safety policy, running</h1>
      <p class="govuk-body-l">
        Somebody is worried about a child online. Hedgerow sees that the right person hears of it today, that something
        is done, and that the school can show it.
      </p>
      <div class="hedgerow-doors">
        <a class="hedgerow-door hedgerow-door--main" href={urls.setUp}>
          <span class="hedgerow-door__title">Set up your school</span>
          <span class="hedgerow-door__line">
            About ten minutes. Have a list of your people at hand, saved as CSV, or type the first few.
          </span>
        </a>
        <Form action={urls.example}>
          <button class="hedgerow-door" type="submit">
            <span class="hedgerow-door__title">Look around with an example school</span>
            <span class="hedgerow-door__line">
              420 invented pupils, two years of invented worries. Be the teacher, the headteacher or the child.
            </span>
          </button>
        </Form>
      </div>
    </Page>
  )
}
