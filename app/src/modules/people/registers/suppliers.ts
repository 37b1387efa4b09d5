import Type from 'typebox'
import { defineForm } from '../../../engine/forms/define-form.js'
import { date } from '../../../engine/forms/fields/date.js'
import { entryChoice } from '../../../engine/forms/fields/entry-choice.js'
import { longText } from '../../../engine/forms/fields/long-text.js'
import { manyChoices } from '../../../engine/forms/fields/many-choices.js'
import { personPicker } from '../../../engine/forms/fields/person-picker.js'
import { text } from '../../../engine/forms/fields/text.js'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import { engineParams, namesIn } from '../../../engine/clauses/params.js'
import type { EngineParams } from '../../../engine/clauses/params.js'
import { defineRegister } from '../../../engine/registers/register.js'
import { registerMechanism } from '../../../engine/registers/register-mechanism.js'
import type { Looked } from '../../../engine/registers/register-mechanism.js'
import type { TypedEntry } from '../../../engine/registers/typed-entry.js'
import type { PostId } from '../../../kernel/ids.js'
import { everyoneSignedIn } from '../sights.js'

/** What a supplier does for the school. Agencies of a pack that are suppliers end in '-provider': 'filtering-provider'. */
const services = [
  { value: 'filtering', text: 'Filtering and monitoring' },
  { value: 'broadband', text: 'Broadband' },
  { value: 'it-support', text: 'IT support' },
  { value: 'security', text: 'Internet security' },
  { value: 'platform', text: 'Learning platform or app' },
  { value: 'records', text: 'School records (MIS)' },
  { value: 'website', text: 'Website' },
  { value: 'other', text: 'Something else' },
] as const

/** Everybody outside who provides a service: who answers for them here, whom to ring, until when, and on what assurance. */
export const suppliers = defineRegister({
  id: 'suppliers',
  title: 'Suppliers',
  one: 'supplier',
  intro:
    'Who provides our internet, filter, support and platforms: whom to ring, who answers for them here, and until when.',
  form: defineForm({
    name: text({ label: 'Name of the supplier', missing: 'Give the supplier’s name' }),
    services: manyChoices({ label: 'What do they provide?', options: services, missing: 'Tick what they provide' }),
    agency: entryChoice({
      register: 'pack:agencies',
      label: 'What does the policy call them?',
      hint: 'If the policy names them among those to call',
      optional: true,
    }),
    owner: personPicker({
      label: 'Who answers for them here?',
      onlyOne: true,
      missing: 'Search for the person and tick them',
    }),
    contact: text({ label: 'Our contact there', optional: true }),
    phone: text({ label: 'Service desk: telephone', inputmode: 'tel', optional: true }),
    web: text({ label: 'Service desk: address or e-mail', optional: true }),
    from: date({ label: 'Contract began', optional: true }),
    until: date({ label: 'Contract runs until', optional: true }),
    assurance: text({
      label: 'What assures us that the service is safe and suitable?',
      hint: 'The document and its date, and where it is kept',
      maxLength: 500,
      optional: true,
    }),
    data: longText({
      label: 'How do they handle our data?',
      hint: 'The agreement, and where it is kept',
      rows: 3,
      maxLength: 1000,
      optional: true,
    }),
  }),
  called: ({ name }) => name,
  same: ({ name }) => name.toLowerCase(),
  columns: ['services', 'owner', 'phone', 'until'],
  see: 'records.read',
  keep: 'records.keep',
  owner: 'school-business-manager' as PostId,
  journal: everyoneSignedIn.posts,
  review: '12 months',
  expiresOn: 'until',
  kept: '6 years after the contract ends (Limitation Act 1980)',
  empty: 'No supplier is on record. Add the one who provides the internet and its filter first.',
})

/** Something that went wrong with a supplier, and what they answered. */
export const supplierIssues = defineRegister({
  id: 'supplier-issues',
  title: 'Issues with suppliers',
  one: 'supplier issue',
  intro: 'What we raised with a supplier, their reference, and what they answered.',
  form: defineForm({
    supplier: entryChoice({ register: 'suppliers', label: 'Which supplier?', missing: 'Choose the supplier' }),
    raised: date({ label: 'When was it raised?', latest: 'today', missing: 'Give the day' }),
    what: longText({ label: 'What was the matter?', rows: 4, maxLength: 2000, missing: 'Say what was the matter' }),
    reference: text({ label: 'Their reference', optional: true }),
    answer: longText({ label: 'What did they answer or do?', rows: 4, maxLength: 2000, optional: true }),
    settled: date({ label: 'When was it settled?', optional: true }),
  }),
  called: ({ supplier, raised }, names) => `${names.entry(supplier)}, ${raised.toString()}`,
  columns: ['what', 'reference', 'settled'],
  see: 'records.read',
  keep: 'records.keep',
  owner: 'network-manager' as PostId,
  journal: everyoneSignedIn.posts,
  kept: '6 years',
  empty: 'No issue was raised with a supplier yet.',
})

/** Whether a supplier is the one that a clause means: by the agency it was given, or by what it provides. */
function isMeant({ values }: TypedEntry, params: EngineParams): boolean {
  const agencies = namesIn(params, 'agency')
  const provided = (values['services'] as readonly string[] | null) ?? []
  return (
    agencies.length === 0 ||
    agencies.some((agency) => values['agency'] === agency || provided.includes(agency.replace(/-provider$/, '')))
  )
}

/** A supplier whom nobody can reach, or whose assurance nobody holds. */
function lacking({ entries, post }: Looked): readonly Finding[] {
  return entries.flatMap(({ id, title, values }) => {
    const rows = [{ table: 'register_entry', id }]
    const missing = [
      ...(values['phone'] || values['web'] ? [] : ['no service desk']),
      ...(values['assurance'] ? [] : ['no assurance']),
      ...(values['data'] ? [] : ['nothing on how it handles our data']),
    ]
    return missing.length === 0
      ? []
      : [{ sentence: `“${title}” has ${missing.join(' and ')} on record.`, rows, post, due: null }]
  })
}

/** Every supplier a clause means is on record, with a desk, an assurance, a contract that has not run out and a yearly look. */
export const suppliersMechanism = registerMechanism({
  id: 'suppliers',
  register: suppliers,
  params: engineParams({ agency: Type.Optional(Type.Union([Type.String(), Type.Array(Type.String())])) }),
  only: isMeant,
  none: (params) =>
    namesIn(params, 'agency').length > 0
      ? `No supplier is on record as the ${namesIn(params, 'agency').join(', ').replaceAll('-', ' ')}.`
      : 'No supplier is on record.',
  also: lacking,
})
