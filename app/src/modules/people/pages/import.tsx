import { errorList } from '../../../engine/forms/form-errors.js'
import type { FormContext } from '../../../engine/forms/field.js'
import { FormFields } from '../../../engine/forms/form-fields.js'
import type { FormError } from '../../../engine/forms/parse-form.js'
import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import { fullDate } from '../../../web/dates.js'
import type { Typed } from '../../../web/kept-fields.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { importForm } from '../forms.js'
import type { DoneImport } from '../queries/done-imports.js'
import { importUrl, peopleUrl } from '../urls.js'

export interface ImportPageProps {
  readonly frame: Frame
  readonly context: FormContext
  readonly typed?: Typed
  readonly errors?: readonly FormError[]
  /** The newest first. */
  readonly before: readonly DoneImport[]
}

/** Bringing a list of people: choose the files; nothing is changed before they have been looked over. */
export function ImportPage({ frame, context, typed, errors = [], before }: ImportPageProps) {
  return (
    <Page frame={frame} title="Import people" back={peopleUrl()} errors={errorList(errors)}>
      <h1 class="govuk-heading-l">Import people</h1>
      <p class="govuk-body">
        Export the list from your school’s system as CSV, or all files of a OneRoster set, unpacked. Next you see what
        would change and what is wrong; nothing happens before you agree. Whoever is missing from a whole list has left:
        they are ended, never deleted.
      </p>
      <Form action={importUrl()} withFile>
        <FormFields form={importForm} context={context} typed={typed} errors={errors} />
        <Button text="Look the files over" preventDoubleClick />
      </Form>
      {before.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Imports so far</h2>
          <ul class="govuk-list govuk-list--bullet">
            {before.map(({ on, files, outcome }) => (
              <li>
                {fullDate(on)}: {files.length === 0 ? 'typed by hand' : files.join(', ')}. {outcome['added'] ?? 0}{' '}
                added, {outcome['changed'] ?? 0} changed, {outcome['ended'] ?? 0} ended.
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}
