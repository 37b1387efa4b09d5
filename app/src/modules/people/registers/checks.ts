import Type from 'typebox'
import { defineForm } from '../../../engine/forms/define-form.js'
import { choice } from '../../../engine/forms/fields/choice.js'
import { date } from '../../../engine/forms/fields/date.js'
import { personPicker } from '../../../engine/forms/fields/person-picker.js'
import { text } from '../../../engine/forms/fields/text.js'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import { engineParams, namesIn } from '../../../engine/clauses/params.js'
import { defineRegister } from '../../../engine/registers/register.js'
import { registerMechanism } from '../../../engine/registers/register-mechanism.js'
import type { Looked } from '../../../engine/registers/register-mechanism.js'
import { entriesNaming } from '../../../engine/registers/read-entries.js'
import { readEntries } from '../../../engine/registers/typed-entry.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId, PostId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { membersOf } from '../queries/members-of.js'

const kinds = [
  { value: 'dbs', text: 'DBS check' },
  { value: 'service-agreement', text: 'Service agreement' },
  { value: 'contract', text: 'Contract' },
  { value: 'registration', text: 'Professional registration' },
] as const

const wordsOf = (kind: string): string => kinds.find(({ value }) => value === kind)?.text ?? kind

/**
 * The single central record: that a check was seen, by whom and until when; never the certificate itself (Keeping children safe
 * in education, part three; DBS code of practice). Its number is for those who keep the record alone.
 */
export const checks = defineRegister({
  id: 'checks',
  title: 'Single central record',
  one: 'check',
  intro:
    'Background checks, agreements and registrations of those who work here or look after our systems. The certificate itself is never kept.',
  form: defineForm({
    person: personPicker({ label: 'Whose?', onlyOne: true, missing: 'Search for the person and tick them' }),
    kind: choice({ label: 'What is it?', missing: 'Say what it is', options: kinds }),
    issued: date({
      label: 'Issued or signed on',
      latest: 'today',
      missing: 'Give the day on which it was issued or signed',
    }),
    until: date({
      label: 'Good until',
      hint: 'For a DBS check, the day on which the school asks for a new one',
      optional: true,
    }),
    seenBy: text({ label: 'Seen by', hint: 'Who looked at the paper', missing: 'Say who looked at the paper' }),
    number: text({ label: 'Number', hint: 'Only those who keep this record see it', optional: true }),
  }),
  called: ({ person, kind }, names) =>
    `${person.people.map(({ id }) => names.person(id)).join(', ')}: ${wordsOf(kind)}`,
  secretTitle: true,
  same: ({ person, kind, issued }) => `${person.people[0]?.id ?? ''} ${kind} ${issued.toString()}`,
  columns: ['issued', 'until', 'seenBy'],
  see: 'checks.read',
  keep: 'checks.keep',
  secret: ['number'],
  owner: 'school-business-manager' as PostId,
  journal: ['headteacher', 'school-business-manager'] as unknown as readonly PostId[],
  expiresOn: 'until',
  kept: 'as long as the person works here; numbers of DBS certificates no longer than six months after (DBS code of practice)',
  empty: 'No check is on record. Bring in the single central record from your spreadsheet.',
})

/** Kinds that everybody who works here needs; agreements and registrations are for those whom a clause names. */
const neededByAll = ['dbs']

/** Those who need a check and have none that is good: the holders of the posts a clause names, else everybody who works here. */
async function unchecked({ tx, entries, params, day }: Looked): Promise<readonly Finding[]> {
  const named = namesIn(params, 'kind')
  const posts = namesIn(params, 'posts') as readonly PostId[]
  const wanted = named.length > 0 ? named : neededByAll
  const groups = posts.length > 0 ? posts : (['any-staff'] as unknown as readonly PostId[])
  const findings: Finding[] = []
  for (const kind of wanted) {
    if (posts.length === 0 && !neededByAll.includes(kind)) continue
    const good = entries.filter(
      ({ values, expiresOn }) =>
        values['kind'] === kind && (expiresOn === null || expiresOn.toString() >= day.toString()),
    )
    const has = new Set(good.flatMap(({ persons }) => persons))
    const people = (await Promise.all(groups.map((group) => membersOf(tx, group)))).flat()
    const without = [...new Set(people.map(({ person }) => person))].filter((person) => !has.has(person))
    if (without.length > 0) findings.push(findingOf(kind, without))
  }
  return findings
}

const findingOf = (kind: string, without: readonly PersonId[]): Finding => ({
  sentence: `${without.length === 1 ? 'One person has' : `${without.length} people have`} no ${wordsOf(kind)} on record that is good today.`,
  rows: without.slice(0, 200).map((id) => ({ table: 'person', id })),
  post: checks.owner,
  due: null,
})

/** Everybody who must have been checked has been, and no check has run out. */
export const checksMechanism = registerMechanism({
  id: 'checks-register',
  register: checks,
  params: engineParams({ kind: Type.Optional(Type.Union([Type.String(), Type.Array(Type.String())])) }),
  only: ({ values }, params) => {
    const named = namesIn(params, 'kind')
    return named.length === 0 || named.includes(String(values['kind']))
  },
  none: (params) => `No ${wordsOf(namesIn(params, 'kind')[0] ?? 'check')} is on record.`,
  also: unchecked,
  acts: 'register',
})

/**
 * Refuses somebody a post that looks after systems while their DBS check has run out, or while there is none of theirs in a record
 * that has others. Read as the worker: whoever gives posts need not see the record.
 */
export async function mustBeChecked(tx: ReadTx, person: PersonId): Promise<void> {
  const mine = (await entriesNaming(tx, checks.id, person)).filter(({ answers }) => answers['kind'] === 'dbs')
  const today = londonDate(tx.now).toString()
  if (mine.some(({ expires_on }) => expires_on === null || expires_on.toString() >= today)) return
  if (mine.length > 0)
    throw new Refusal(
      'not-allowed',
      'Their DBS check has run out. Record a new one before they look after our systems.',
      'person',
    )
  if ((await readEntries(tx, checks)).length > 0)
    throw new Refusal(
      'not-allowed',
      'They have no DBS check on record. Record one before they look after our systems.',
      'person',
    )
}
