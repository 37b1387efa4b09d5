import type { Temporal } from 'temporal-polyfill'
import { errorList } from '../../../../engine/forms/form-errors.js'
import { FormFields } from '../../../../engine/forms/form-fields.js'
import type { FormError } from '../../../../engine/forms/parse-form.js'
import type { SchoolCalendar } from '../../../../kernel/calendar/school-calendar.js'
import { EmptyList } from '../../../../web/components/app/empty-list.js'
import { Form } from '../../../../web/components/app/form.js'
import { RecordList } from '../../../../web/components/app/record-list.js'
import { Button } from '../../../../web/components/govuk/button.js'
import type { Typed } from '../../../../web/kept-fields.js'
import type { Frame } from '../../../../web/layout/frame.js'
import { Page } from '../../../../web/layout/page.js'
import { searchForm } from '../../forms/act-forms.js'
import type { ConcernsFound } from '../../queries/search-concerns.js'
import { concernsUrl, searchUrl } from '../../urls.js'
import { lineRecord } from './line-record.js'

export interface SearchPageProps {
  readonly frame: Frame
  readonly typed: Typed
  readonly errors: readonly FormError[]
  /** Null before anything was sought. */
  readonly found: ConcernsFound | null
  readonly calendar: SchoolCalendar
  readonly now: Temporal.Instant
}

/** Search in what was said, by name or by reference; only in what the reader may see. */
export function SearchPage({ frame, typed, errors, found, calendar, now }: SearchPageProps) {
  return (
    <Page
      frame={frame}
      title="Search in concerns"
      width="wide"
      blur
      errors={errorList(errors)}
      breadcrumbs={[{ text: 'Concerns', href: concernsUrl() }]}
    >
      <h1 class="govuk-heading-l">Search in concerns</h1>
      <Form action={searchUrl()}>
        <FormFields form={searchForm} context={{ now }} typed={typed} errors={errors} />
        <Button text="Search" />
      </Form>
      {found && <Found found={found} calendar={calendar} now={now} />}
    </Page>
  )
}

function Found({
  found,
  calendar,
  now,
}: { readonly found: ConcernsFound } & Pick<SearchPageProps, 'calendar' | 'now'>) {
  if (found.rows.length === 0)
    return (
      <EmptyList>
        Nothing was found that you may see. All the words must be there; try fewer, or part of a name.
      </EmptyList>
    )
  return (
    <section aria-labelledby="found">
      <h2 class="govuk-heading-m" id="found">
        Found
      </h2>
      {found.more && (
        <p class="govuk-body">More was found than is shown here, and of a common word only the newest. Add a word.</p>
      )}
      <RecordList records={found.rows.map((line) => lineRecord(line, calendar, now))} />
    </section>
  )
}
