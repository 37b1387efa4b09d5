import Type from 'typebox'
import { defineForm } from '../../../engine/forms/define-form.js'
import { choice } from '../../../engine/forms/fields/choice.js'
import { date } from '../../../engine/forms/fields/date.js'
import { entryChoice } from '../../../engine/forms/fields/entry-choice.js'
import { text } from '../../../engine/forms/fields/text.js'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import { engineParams, namesIn } from '../../../engine/clauses/params.js'
import { defineRegister } from '../../../engine/registers/register.js'
import { registerMechanism } from '../../../engine/registers/register-mechanism.js'
import type { Looked } from '../../../engine/registers/register-mechanism.js'
import { readEntries } from '../../../engine/registers/typed-entry.js'
import type { TypedEntry } from '../../../engine/registers/typed-entry.js'
import type { PostId } from '../../../kernel/ids.js'
import { everyoneSignedIn, rooms } from '../../people/index.js'
import { posterKinds, posterNames } from '../poster-kinds.js'

/** Which poster hangs in which room, and when somebody last saw it there. */
export const posters = defineRegister({
  id: 'posters',
  title: 'Posters',
  one: 'poster',
  intro: 'Which poster hangs where, and when somebody last saw it there. Rooms are kept in their own register.',
  form: defineForm({
    room: entryChoice({
      register: 'rooms',
      label: 'In which room?',
      hint: 'Not there? Add the room to “Rooms” first',
      missing: 'Choose the room',
    }),
    poster: choice({
      label: 'Which poster?',
      missing: 'Choose the poster',
      options: posterKinds.map(({ id, title }) => ({ value: id, text: title })),
    }),
    edition: text({ label: 'Edition', hint: 'The date at its foot', optional: true }),
    seen: date({ label: 'Last seen there', latest: 'today', missing: 'Give the day on which somebody last saw it' }),
  }),
  called: ({ room, poster }, names) =>
    `${names.entry(room)}: ${posterKinds.find(({ id }) => id === poster)?.title ?? poster}`,
  same: ({ room, poster }) => `${room} ${poster}`,
  columns: ['edition', 'seen'],
  see: 'records.read',
  keep: 'records.keep',
  owner: 'dsl' as PostId,
  journal: everyoneSignedIn.posts,
  review: '12 months',
  reviewedOn: 'seen',
  kept: '2 years; no personal data',
  empty: 'No poster is on record. Print one, hang it, and say in which room.',
  ways: [{ text: 'Print a poster', href: '/posters' }],
})

/** Rooms that need a poster: where anybody can go online, or, for the policy itself, the staffroom. */
const needs = (kinds: readonly string[] | null, { values }: TypedEntry): boolean =>
  kinds?.includes('policy') ? values['kind'] === 'staff' : values['internet'] === true

async function bareRooms({ tx, entries, params, post }: Looked): Promise<readonly Finding[]> {
  const all = await readEntries(tx, rooms)
  const wanted = namesIn(params, 'poster').map((name) => posterNames[name] ?? [])
  const first: Finding[] =
    all.length === 0
      ? [{ sentence: 'No room is on record, so nobody can say where a poster is missing.', rows: [], post, due: null }]
      : []
  return (wanted.length > 0 ? wanted : [null]).reduce<readonly Finding[]>((found, kinds) => {
    const hanging = new Set(
      entries
        .filter(({ values }) => kinds === null || kinds.includes(String(values['poster'])))
        .flatMap(({ links }) => links),
    )
    const bare = all.filter((room) => needs(kinds, room) && !hanging.has(room.id))
    if (bare.length === 0) return found
    const names = bare.slice(0, 6).map(({ title }) => title)
    const more = bare.length > names.length ? ` and ${bare.length - names.length} more` : ''
    const titles = posterKinds.filter(({ id }) => kinds?.includes(id)).map(({ title }) => `“${title}”`)
    const sentence = `No ${titles.length > 0 ? titles.join(' or ') : 'poster'} hangs in: ${names.join(', ')}${more}.`
    return [...found, { sentence, rows: bare.map(({ id }) => ({ table: 'register_entry', id })), post, due: null }]
  }, first)
}

const Name = Type.Enum(Object.keys(posterNames))

/** Every room where somebody can go online has the posters that the clause asks for, seen there in time. */
export const postersMechanism = registerMechanism({
  id: 'posters',
  register: posters,
  params: engineParams({ poster: Type.Optional(Type.Union([Name, Type.Array(Name)])) }),
  only: ({ values }, params) => {
    const named = namesIn(params, 'poster').flatMap((name) => posterNames[name] ?? [])
    return named.length === 0 || named.includes(String(values['poster']))
  },
  none: null,
  also: bareRooms,
})
