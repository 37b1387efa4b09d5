import { answerRows } from '../../../../engine/forms/answers.js'
import { parseForm } from '../../../../engine/forms/parse-form.js'
import { Form } from '../../../../web/components/app/form.js'
import { Button } from '../../../../web/components/govuk/button.js'
import { InsetText } from '../../../../web/components/govuk/inset-text.js'
import { SummaryList } from '../../../../web/components/govuk/summary-list.js'
import { stepForms, type ReportStep } from '../../forms/report-from-draft.js'
import type { Readers } from '../../queries/readers.js'
import { reportStepUrl, reportUrl } from '../../urls.js'
import { ReportPage, type ReportScreen } from './report-page.js'

export interface CheckProps extends ReportScreen {
  readonly draft: string
  readonly readers: Readers
}

const headings = { first: 'Before anything else', what: 'What happened', who: 'Who and where' } as const

/** The report as its reader will see it, who that is, and one button. */
export function CheckPage(props: CheckProps) {
  const { pack, draft, readers } = props
  return (
    <ReportPage screen={props} title="Check and send" step={4} back={reportStepUrl({ draft, step: 'who' })}>
      {(['what', 'who', 'first'] as const).map((step) => (
        <Answers {...props} step={step} />
      ))}
      <h2 class="govuk-heading-m">Who will read it</h2>
      <WhoReads readers={readers} />
      <InsetText text={pack.reporting.secrecy.plain} />
      <Form action={reportStepUrl({ draft, step: 'check' })}>
        <Button text="Send this report" preventDoubleClick />
      </Form>
    </ReportPage>
  )
}

function Answers({ pack, typed, context, draft, step }: CheckProps & { readonly step: ReportStep }) {
  const form = stepForms[step](pack)
  const parsed = parseForm(form as never, { ...typed, draft }, context)
  if (!parsed.ok) return null
  return (
    <>
      <h2 class="govuk-heading-m">{headings[step]}</h2>
      <SummaryList rows={answerRows(form as never, parsed.values as never, context, () => changeUrl(draft, step))} />
    </>
  )
}

const changeUrl = (draft: string, step: ReportStep): string =>
  step === 'first' ? reportUrl({ draft }) : reportStepUrl({ draft, step })

/** The post by its title and who acts for it; or whom to ring when nobody of the school is left to read it. */
export function WhoReads({ readers: { title, names, post } }: { readonly readers: Readers }) {
  if (!post)
    return (
      <p class="govuk-body">
        Nobody at the school can read this report, because of whom it is about. Send it so that it is kept, and ring the
        local authority’s designated officer (LADO) or the police on 101 today.
      </p>
    )
  return (
    <p class="govuk-body">
      <strong>{title}</strong>
      {names.length > 0 && `: ${names.join(', ')}`}
    </p>
  )
}
