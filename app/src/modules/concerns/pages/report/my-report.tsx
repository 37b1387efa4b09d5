import type { Temporal } from 'temporal-polyfill'
import { errorList } from '../../../../engine/forms/form-errors.js'
import { FormFields } from '../../../../engine/forms/form-fields.js'
import type { FormContext } from '../../../../engine/forms/field.js'
import type { FormError } from '../../../../engine/forms/parse-form.js'
import { Form } from '../../../../web/components/app/form.js'
import { Time } from '../../../../web/components/app/time.js'
import { Button } from '../../../../web/components/govuk/button.js'
import type { Typed } from '../../../../web/kept-fields.js'
import type { Frame } from '../../../../web/layout/frame.js'
import { Page } from '../../../../web/layout/page.js'
import { additionForm } from '../../forms/addition-form.js'
import type { MyReport } from '../../queries/my-reports.js'
import { myReportsUrl, myReportUrl } from '../../urls.js'
import { standing } from './mine.js'

export interface MyReportPageProps {
  readonly frame: Frame
  readonly report: MyReport
  readonly words: readonly {
    readonly id: string
    readonly kind: string
    readonly words: string
    readonly at: Temporal.Instant
  }[]
  readonly context: FormContext
  readonly typed: Typed
  readonly errors: readonly FormError[]
}

/** One report of one's own: what I wrote, how it stands, and a box to add to it. */
export function MyReportPage({ frame, report, words, context, typed, errors }: MyReportPageProps) {
  return (
    <Page
      frame={frame}
      title="A report of yours"
      errors={errorList(errors)}
      breadcrumbs={[{ text: 'What you reported', href: myReportsUrl() }]}
      quickExit
      blur
    >
      <span class="govuk-caption-l">Report {report.reference}</span>
      <h1 class="govuk-heading-l">{standing[report.state]}</h1>
      {words.map(({ id, words: said, at }) => (
        <section key={id}>
          <h2 class="govuk-heading-s">
            You wrote, <Time at={at} now={context.now} />
          </h2>
          <p class="govuk-body hedgerow-typed">{said}</p>
        </section>
      ))}
      <h2 class="govuk-heading-m">Do you know more now?</h2>
      <Form action={myReportUrl({ concern: report.id })}>
        <FormFields form={additionForm} context={context} typed={typed} errors={errors} />
        <Button text="Add this" preventDoubleClick />
      </Form>
    </Page>
  )
}
