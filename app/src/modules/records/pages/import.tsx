import type { Register } from '../../../engine/registers/register.js'
import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import { FileUpload } from '../../../web/components/govuk/file-upload.js'
import { InsetText } from '../../../web/components/govuk/inset-text.js'
import { Radios } from '../../../web/components/govuk/radios.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { importEntriesUrl, registerUrl } from '../urls.js'

/** How lines that cannot be read are dealt with. */
export type ImportMode = 'look' | 'all' | 'good'

export interface ImportPageProps {
  readonly frame: Frame
  readonly register: Register
  readonly mode: ImportMode
  /** What is wrong with the file as a whole, or null. */
  readonly fault: string | null
  /** What was found, once a file was sent: what it would do or did, and each problem with its line. */
  readonly outcome: { readonly words: string; readonly problems: readonly string[] } | null
}

const modes = [
  { value: 'look', text: 'Only look at the file', hint: { text: 'Nothing is brought in. You see what would be.' } },
  {
    value: 'all',
    text: 'Bring everything in, or nothing',
    hint: { text: 'If one line is wrong, nothing is brought in.' },
  },
  {
    value: 'good',
    text: 'Bring in the lines that are right',
    hint: { text: 'Lines that are wrong are left out and listed.' },
  },
] as const

/** A spreadsheet brought into a register: which columns it needs, and what to do with lines that are wrong. */
export function ImportPage({ frame, register, mode, fault, outcome }: ImportPageProps) {
  const errors = fault === null ? [] : [{ text: fault, href: '#file' }]
  return (
    <Page
      frame={frame}
      title={`Bring in: ${register.title}`}
      back={registerUrl({ register: register.id })}
      errors={errors}
    >
      <h1 class="govuk-heading-l">Bring in: {register.title}</h1>
      {outcome && <Outcome {...outcome} />}
      <p class="govuk-body">
        A spreadsheet saved as CSV, with these headings in its first line, in any order. An export of this register has
        them.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {Object.entries(register.form.fields).map(([, { label, missing }]) => (
          <li>
            {label}
            {missing === null && ' (may be left empty)'}
          </li>
        ))}
      </ul>
      <Form action={importEntriesUrl({ register: register.id })} withFile>
        <FileUpload
          id="file"
          name="file"
          label={{ text: 'The file', classes: 'govuk-label--s' }}
          errorMessage={fault === null ? undefined : { text: fault }}
          attributes={{ accept: '.csv,text/csv' }}
        />
        <Radios
          name="mode"
          value={mode}
          fieldset={{ legend: { text: 'What to do with it', classes: 'govuk-fieldset__legend--s' } }}
          items={modes}
        />
        <Button text="Go on" />
      </Form>
    </Page>
  )
}

function Outcome({ words, problems }: { readonly words: string; readonly problems: readonly string[] }) {
  return (
    <InsetText>
      <p class="govuk-body">
        <strong>{words}</strong>
      </p>
      {problems.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {problems.map((problem) => (
            <li>{problem}</li>
          ))}
        </ul>
      )}
    </InsetText>
  )
}
