import Type from 'typebox'
import { defineForm } from '../../../engine/forms/define-form.js'
import { choice } from '../../../engine/forms/fields/choice.js'
import { date } from '../../../engine/forms/fields/date.js'
import { entryChoice } from '../../../engine/forms/fields/entry-choice.js'
import { longText } from '../../../engine/forms/fields/long-text.js'
import { personPicker } from '../../../engine/forms/fields/person-picker.js'
import { text } from '../../../engine/forms/fields/text.js'
import { yesNo } from '../../../engine/forms/fields/yes-no.js'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import { engineParams, namesIn, textIn } from '../../../engine/clauses/params.js'
import { defineRegister } from '../../../engine/registers/register.js'
import { registerMechanism } from '../../../engine/registers/register-mechanism.js'
import type { Looked } from '../../../engine/registers/register-mechanism.js'
import { entriesNaming } from '../../../engine/registers/read-entries.js'
import { readEntries } from '../../../engine/registers/typed-entry.js'
import type { TypedEntry } from '../../../engine/registers/typed-entry.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId, PostId } from '../../../kernel/ids.js'
import { membersOf } from '../queries/members-of.js'
import { everyoneSignedIn } from '../sights.js'

const shared = {
  see: 'records.read',
  keep: 'records.keep',
  owner: 'dsl' as PostId,
  journal: everyoneSignedIn.posts,
} as const

/** Committees, teams, pupils who help other pupils, and people who may do something that others may not. */
export const groups = defineRegister({
  ...shared,
  id: 'groups',
  title: 'Groups',
  one: 'group',
  intro: 'Committees, teams, pupils who help others, and those who alone may do something, such as sharing files.',
  form: defineForm({
    name: text({ label: 'Name of the group', missing: 'Give the group its name' }),
    code: text({
      label: 'Its short name in the policy',
      hint: 'Small letters and hyphens, such as online-safety-group',
      missing: 'Give the short name that the policy uses',
      shape: {
        pattern: /^[a-z][a-z0-9-]{1,59}$/,
        sentence: 'Small letters, figures and hyphens, such as online-safety-group',
      },
    }),
    kind: choice({
      label: 'What is it?',
      missing: 'Say what kind of group it is',
      options: [
        { value: 'committee', text: 'Committee or group that meets' },
        { value: 'team', text: 'Team that deals with incidents' },
        { value: 'pupils', text: 'Pupils who help or speak for others' },
        { value: 'nominated', text: 'People who may do what others may not' },
      ],
    }),
    purpose: longText({ label: 'What is it for?', rows: 3, maxLength: 1000, missing: 'Say what the group is for' }),
  }),
  called: ({ name }) => name,
  same: ({ code }) => code,
  columns: ['kind', 'purpose'],
  review: '12 months',
  kept: '7 years after the group ends',
  empty: 'No group is on record. Add the one that looks after online safety.',
})

/** Who sits in which group, as what, for how long. */
export const groupMembers = defineRegister({
  ...shared,
  id: 'group-members',
  title: 'Members of groups',
  one: 'member',
  intro: 'Who belongs to which group, as what, from when and until when.',
  form: defineForm({
    group: entryChoice({ register: 'groups', label: 'Which group?', missing: 'Choose the group' }),
    person: personPicker({ label: 'Who?', onlyOne: true, missing: 'Search for the person and tick them' }),
    seat: entryChoice({
      register: 'pack:posts',
      label: 'As the holder of which post?',
      hint: 'If they sit there because of it',
      optional: true,
    }),
    chair: yesNo({ label: 'Do they lead the group?', missing: 'Say whether they lead the group' }),
    nominatedBy: text({ label: 'Nominated by', optional: true }),
    from: date({ label: 'First day', missing: 'Give the first day' }),
    until: date({ label: 'Last day', hint: 'The end of their term; leave empty if it has none', optional: true }),
  }),
  called: ({ group, person }, names) =>
    `${names.entry(group)}: ${person.people.map(({ id }) => names.person(id)).join(', ')}`,
  same: ({ group, person }) => `${group} ${person.people[0]?.id ?? ''}`,
  columns: ['seat', 'chair', 'until'],
  secretTitle: true,
  expiresOn: 'until',
  kept: '7 years after the last day',
  empty: 'Nobody is on record as a member. Add the group first, then each member.',
})

interface Seated {
  readonly group: TypedEntry
  readonly members: readonly TypedEntry[]
}

/** A post's id in words: its title stands in the pack, which modules below the policy do not read. */
const wordsOf = (post: PostId): string => post.replaceAll('-', ' ').replace(/\bdsl\b/, 'DSL')

/** What a group lacks: members, somebody who leads it, and whoever holds each post that has a seat. */
async function lacks({ group, members }: Seated, { tx, params, post }: Looked): Promise<readonly Finding[]> {
  const rows = [{ table: 'register_entry', id: group.id }]
  const finding = (sentence: string): Finding => ({ sentence, rows, post, due: null })
  if (members.length === 0) return [finding(`“${group.title}” has no members on record.`)]
  const sits = new Set(members.flatMap(({ persons }) => persons))
  const seats: Finding[] = []
  for (const seat of namesIn(params, 'posts') as readonly PostId[]) {
    const holders = await membersOf(tx, seat)
    if (!holders.some(({ person }) => sits.has(person)))
      seats.push(finding(`“${group.title}” lacks its seat for the ${wordsOf(seat)}.`))
  }
  const leads = group.values['kind'] === 'nominated' || members.some(({ values }) => values['chair'] === true)
  return [...seats, ...(leads ? [] : [finding(`Nobody leads “${group.title}”.`)])]
}

async function lackingSeats(looked: Looked): Promise<readonly Finding[]> {
  const all = (await readEntries(looked.tx, groupMembers)).filter((member) => isServing(member, looked))
  const found: Finding[] = []
  for (const group of looked.entries)
    found.push(...(await lacks({ group, members: all.filter(({ links }) => links.includes(group.id)) }, looked)))
  return found
}

/** A member whose term has begun and has not run out. */
const isServing = ({ values, expiresOn }: TypedEntry, { day }: Pick<Looked, 'day'>): boolean =>
  String(values['from']) <= day.toString() && (expiresOn === null || expiresOn.toString() >= day.toString())

/** The groups that the policy names are there, led, and every seat is taken by whoever holds its post. */
export const groupsMechanism = registerMechanism({
  id: 'groups',
  register: groups,
  params: engineParams({ group: Type.Optional(Type.Union([Type.String(), Type.Array(Type.String())])) }),
  only: ({ values }, params) => {
    const named = namesIn(params, 'group')
    if (named.length > 0) return named.includes(String(values['code']))
    // Seats without a group's name are the seats of a committee, not of pupils or nominated users.
    return namesIn(params, 'posts').length === 0 || values['kind'] === 'committee'
  },
  none: (params) => {
    const name = textIn(params, 'group')?.replaceAll('-', ' ')
    return name ? `No group is on record as the ${name}.` : 'No group is on record.'
  },
  also: lackingSeats,
  // The posts of such a clause are seats, so the register's own post acts.
  acts: 'register',
})

/** Whether somebody is among those nominated for something today, by the group's short name: for gates. */
export async function isNominated(tx: ReadTx, code: string, person: PersonId): Promise<boolean> {
  const named = (await readEntries(tx, groups)).filter(({ values }) => values['code'] === code).map(({ id }) => id)
  const mine = await entriesNaming(tx, groupMembers.id, person)
  const today = londonDate(tx.now).toString()
  return mine.some(
    ({ links, expires_on, answers }) =>
      links.some((group) => named.includes(group)) &&
      String(answers['from']) <= today &&
      (expires_on === null || expires_on.toString() >= today),
  )
}
