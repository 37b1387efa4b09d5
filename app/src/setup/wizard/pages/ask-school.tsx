import { Input } from '../../../web/components/govuk/input.js'
import { Radios } from '../../../web/components/govuk/radios.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { SchoolAnswers, SetupFault } from '../../school-answers.js'
import { beside } from './beside.js'

/** The school's name, its place in addresses, and the number to ring. */
export function AskSchool({
  answers,
  faults,
}: {
  readonly answers: SchoolAnswers
  readonly faults: readonly SetupFault[]
}) {
  return (
    <>
      <Input
        id="name"
        name="name"
        label={{ text: 'Name of the school', classes: 'govuk-label--m' }}
        value={answers.name}
        {...beside(faults, 'name')}
      />
      <Input
        id="slug"
        name="slug"
        label={{ text: 'Short name for web addresses' }}
        hint={{ text: 'Small letters and hyphens, such as oak-lane. Leave it empty and we make one.' }}
        value={answers.slug}
        {...beside(faults, 'slug')}
      />
      <Input
        id="phone"
        name="phone"
        label={{ text: 'Number to ring when it is urgent' }}
        hint={{ text: 'The safeguarding lead’s, or the office’s. You can leave it empty.' }}
        value={answers.phone ?? ''}
      />
    </>
  )
}

/** Which policy: each with what it means in a few sentences. */
export function AskPolicy({ answers, packs }: { readonly answers: SchoolAnswers; readonly packs: readonly Pack[] }) {
  return (
    <Radios
      name="pack"
      idPrefix="pack"
      value={answers.pack}
      fieldset={{ legend: { text: 'Which policy fits your school?', classes: 'govuk-fieldset__legend--m' } }}
      hint={{ text: 'If you are not sure, take the first: it asks what the law and the national guidance ask.' }}
      items={packs.map(({ id, title, summary }) => ({ value: id, text: title, hint: { text: summary } }))}
    />
  )
}
