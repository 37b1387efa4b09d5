import type { FormError } from '../../../engine/forms/parse-form.js'
import { errorList } from '../../../engine/forms/form-errors.js'
import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import { Checkboxes } from '../../../web/components/govuk/checkboxes.js'
import { Details } from '../../../web/components/govuk/details.js'
import { SummaryList } from '../../../web/components/govuk/summary-list.js'
import { Table } from '../../../web/components/govuk/table.js'
import { WarningText } from '../../../web/components/govuk/warning-text.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import type { LookedOver } from '../commands/look-over.js'
import type { ImportProblem } from '../import/problem.js'
import { importUrl, reviewImportUrl } from '../urls.js'
import { ColumnsForm } from './import-columns.js'

export interface ImportReviewPageProps {
  readonly frame: Frame
  readonly looked: LookedOver
  /** Says that what is shown is what would be done: sent back with the agreement. */
  readonly mark: string
  readonly errors?: readonly FormError[]
}

/** As many rows as somebody reads before they mend the file and bring it again. */
const mostShown = 200

/** The dry run: what would change, everything wrong with its line, and what must be agreed to. */
export function ImportReviewPage({ frame, looked, mark, errors = [] }: ImportReviewPageProps) {
  const { plan, counts, readAs, problems, wrong } = looked
  const unclear = readAs.some(({ faults }) => faults.length > 0)
  const { add, change, end } = plan.responsibilities
  const nothing = counts.added + counts.changed + counts.ended + add.length + change.length + end.length === 0
  return (
    <Page frame={frame} title="Look the import over" width="wide" back={importUrl()} errors={errorList(errors)}>
      <h1 class="govuk-heading-l">What this import would do</h1>
      <Counts looked={looked} />
      <Leavers looked={looked} />
      <Problems problems={problems} />
      {readAs.map((read, at) => (
        <ColumnsForm read={read} at={at} />
      ))}
      {nothing && !unclear && <p class="govuk-body">Nothing has changed since the last import.</p>}
      {!nothing && !unclear && (
        <Form action={reviewImportUrl()}>
          <input type="hidden" name="mark" value={mark} />
          {plan.guards.map(({ sentence }) => (
            <WarningText>{sentence}</WarningText>
          ))}
          {(plan.guards.length > 0 || wrong > 0) && <Agreements guards={plan.guards.length} wrong={wrong} />}
          <Button text="Import" preventDoubleClick />
        </Form>
      )}
    </Page>
  )
}

function Counts({ looked: { files, counts, plan } }: { readonly looked: LookedOver }) {
  const { add, change, end } = plan.responsibilities
  const rows = [
    ['Files', files.join(', ')],
    ['New people', counts.added],
    ['People who change', counts.changed],
    ['People who have left', counts.ended],
    ['People who stay as they are', counts.same],
    ['Children and their adults', `${add.length} new, ${change.length} changed, ${end.length} ended`],
  ] as const
  return <SummaryList rows={rows.map(([key, value]) => ({ key: { text: key }, value: { text: String(value) } }))} />
}

function Leavers({ looked: { plan } }: { readonly looked: LookedOver }) {
  if (plan.end.length === 0) return null
  const shown = plan.end.slice(0, mostShown)
  return (
    <Details summaryText={`Who would be ended: ${plan.end.length}`}>
      <ul class="govuk-list">
        {shown.map(({ person }) => (
          <li>
            {[person.knownAs ?? person.given, person.family].filter(Boolean).join(' ')}
            {person.classCode && `, ${person.classCode}`}
          </li>
        ))}
        {plan.end.length > shown.length && <li>and {plan.end.length - shown.length} more</li>}
      </ul>
    </Details>
  )
}

function Problems({ problems }: { readonly problems: readonly ImportProblem[] }) {
  if (problems.length === 0) return null
  // What keeps somebody out comes first; what is only doubtful can be read afterwards.
  const ordered = problems.toSorted((a, b) => Number(a.severity === 'doubtful') - Number(b.severity === 'doubtful'))
  const shown = ordered.slice(0, mostShown)
  return (
    <>
      <h2 class="govuk-heading-m">Rows to look at</h2>
      <Table
        head={[{ text: 'Where' }, { text: 'State' }, { text: 'What to do' }]}
        rows={shown.map(({ file, line, severity, sentence }) => [
          { text: line === null ? file : `${file}, line ${line}` },
          { text: severity === 'wrong' ? 'Wrong: left out' : 'Doubtful: taken' },
          { text: sentence },
        ])}
      />
      {problems.length > shown.length && <p class="govuk-body">and {problems.length - shown.length} more.</p>}
    </>
  )
}

function Agreements({ guards, wrong }: { readonly guards: number; readonly wrong: number }) {
  return (
    <Checkboxes
      name="agree"
      fieldset={{ legend: { text: 'Before you import', classes: 'govuk-fieldset__legend--m' } }}
      items={[
        guards > 0 && { value: 'guards', text: 'I have read the warnings above, and this is right' },
        wrong > 0 && {
          value: 'skip',
          text: `Leave the ${wrong} wrong rows out and import the rest`,
          hint: { text: 'Or mend the file and bring it again: then all of it comes in together.' },
        },
      ]}
    />
  )
}
