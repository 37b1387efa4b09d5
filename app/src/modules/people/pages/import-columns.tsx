import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import { Details } from '../../../web/components/govuk/details.js'
import { ErrorMessage } from '../../../web/components/govuk/error-message.js'
import { Select } from '../../../web/components/govuk/select.js'
import type { ReadAs } from '../commands/look-over.js'
import { fieldChoices } from '../import/mapping/fields.js'
import { PERSON_KINDS } from '../import/roster.js'
import { importColumnsUrl } from '../urls.js'

const kindWords: Readonly<Record<(typeof PERSON_KINDS)[number], string>> = {
  pupil: 'Pupils',
  staff: 'Staff',
  parent: 'Parents and contacts, one a line',
  governor: 'Governors',
  volunteer: 'Volunteers',
  contractor: 'Contractors',
  visitor: 'Visitors',
}

interface ColumnsFormProps {
  readonly read: ReadAs
  /** The file's place among those brought. */
  readonly at: number
}

/** What the columns of one file were taken for, to be corrected. It is remembered for the next file with these headings. */
export function ColumnsForm({ read, at }: ColumnsFormProps) {
  const { file, headings, mapping, faults } = read
  const choices = fieldChoices(mapping.kind).map(({ field, title }) => ({ value: field, text: title }))
  return (
    <Details summaryText={`Columns of ${file}`} open={faults.length > 0}>
      {faults.map((sentence, place) => (
        <ErrorMessage id={`columns-${at}-${place}`} text={sentence} />
      ))}
      <Form action={importColumnsUrl()}>
        <input type="hidden" name="file" value={String(at)} />
        <Select
          id={`kind-${at}`}
          name="kind"
          label={{ text: 'Whom is each line about?' }}
          value={mapping.kind ?? ''}
          items={[
            { value: '', text: 'A column says it' },
            ...PERSON_KINDS.map((kind) => ({ value: kind, text: kindWords[kind] })),
          ]}
        />
        {headings.map((heading, place) => (
          <Select
            id={`column-${at}-${place}`}
            name={`column-${place}`}
            label={{ text: heading }}
            value={mapping.columns[heading] ?? ''}
            items={[{ value: '', text: 'Not read' }, ...choices]}
          />
        ))}
        <Button text="Read the file so" classes="govuk-button--secondary" preventDoubleClick />
      </Form>
    </Details>
  )
}
