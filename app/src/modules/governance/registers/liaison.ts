import Type from 'typebox'
import { Temporal } from 'temporal-polyfill'
import { defineForm } from '../../../engine/forms/define-form.js'
import { date } from '../../../engine/forms/fields/date.js'
import { entryChoice } from '../../../engine/forms/fields/entry-choice.js'
import { longText } from '../../../engine/forms/fields/long-text.js'
import { text } from '../../../engine/forms/fields/text.js'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import { engineParams, namesIn, textIn } from '../../../engine/clauses/params.js'
import type { EngineParams } from '../../../engine/clauses/params.js'
import { calendarMonths } from '../../../engine/duties/calendar-months.js'
import { defineRegister } from '../../../engine/registers/register.js'
import { endOf } from '../../../engine/registers/look-due.js'
import { registerMechanism } from '../../../engine/registers/register-mechanism.js'
import type { Looked } from '../../../engine/registers/register-mechanism.js'
import type { TypedEntry } from '../../../engine/registers/typed-entry.js'
import type { PostId } from '../../../kernel/ids.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { shortDate } from '../../../web/dates.js'
import { everyoneSignedIn } from '../../people/index.js'
import { schoolAround } from '../../policy/index.js'

/** Contact with agencies and suppliers, and between posts: when, about what, what came of it. Nothing about a child. */
export const liaison = defineRegister({
  id: 'liaison',
  title: 'Contacts and meetings',
  one: 'contact',
  intro:
    'When the posts that must keep in touch spoke with one another, with agencies and with suppliers. No child is named here: that belongs to a case.',
  form: defineForm({
    on: date({ label: 'When?', latest: 'today', missing: 'Give the day' }),
    by: entryChoice({ register: 'pack:posts', label: 'Who of us?', missing: 'Choose the post' }),
    with: entryChoice({ register: 'pack:posts-and-agencies', label: 'With whom?', missing: 'Choose whom it was with' }),
    person: text({ label: 'Whom did you speak to?', optional: true }),
    about: text({ label: 'What about?', missing: 'Say in a few words what it was about', maxLength: 300 }),
    outcome: longText({
      label: 'What came of it?',
      rows: 4,
      maxLength: 4000,
      missing: 'Say what was agreed, or that nothing was',
    }),
  }),
  called: ({ by, with: other, on }, names) => `${names.entry(by)} and ${names.entry(other)}, ${shortDate(on)}`,
  columns: ['about', 'outcome'],
  see: 'records.read',
  keep: 'records.keep',
  owner: 'dsl' as PostId,
  journal: everyoneSignedIn.posts,
  kept: '7 years',
  empty: 'No contact is on record. Write down the next one when it happens: two minutes are enough.',
})

/** A clause speaks of a contact when every post and agency that it names was on one of its two sides. */
function isMeant({ values }: TypedEntry, params: EngineParams): boolean {
  const sides = [values['by'], values['with']]
  const named = [...namesIn(params, 'posts'), ...namesIn(params, 'post')]
  const agencies = namesIn(params, 'agency')
  const first =
    named.length === 0 || (named.length > 1 ? named.every((post) => sides.includes(post)) : sides.includes(named[0]))
  return first && (agencies.length === 0 || agencies.some((agency) => sides.includes(agency)))
}

/** How often they must be in touch where the clause is silent: each term, which is a third of a year. */
const usual = 'term'

/** What posts and agencies are called, by id. */
async function titlesIn(tx: ReadTx): Promise<ReadonlyMap<string, string>> {
  const pack = await schoolAround.pack(tx)
  return new Map([...(pack?.posts ?? []), ...(pack?.agencies ?? [])].map(({ id, title }) => [id as string, title]))
}

/** The last contact is not longer ago than the clause allows; none within the first stretch is due, not broken. */
async function lateContact({ tx, entries, params, day, post }: Looked): Promise<readonly Finding[]> {
  const months = calendarMonths(textIn(params, 'every') ?? usual) ?? 4
  const days = entries.flatMap(({ values }) => (values['on'] instanceof Temporal.PlainDate ? [values['on']] : []))
  const last = days.toSorted((a, b) => Temporal.PlainDate.compare(a, b)).at(-1)
  const titles = await titlesIn(tx)
  const names = [...namesIn(params, 'posts'), ...namesIn(params, 'agency')]
    .map((name) => `the ${titles.get(name) ?? name.replaceAll('-', ' ')}`)
    .join(' and ')
  const whom = names ? ` between ${names}` : ''
  if (!last) return [{ sentence: `No contact${whom} is on record.`, rows: [], post, due: null }]
  const by = last.add({ months })
  if (Temporal.PlainDate.compare(by.subtract({ months: 1 }), day) > 0) return []
  const sentence =
    Temporal.PlainDate.compare(by, day) < 0
      ? `The last contact${whom} is too long ago.`
      : `The next contact${whom} is due.`
  const newest = entries.find(({ values }) => String(values['on']) === last.toString())
  return [{ sentence, rows: newest ? [{ table: 'register_entry', id: newest.id }] : [], post, due: endOf(by) }]
}

/** Those who must keep in touch did, as often as the clause says. */
export const liaisonMechanism = registerMechanism({
  id: 'liaison-log',
  register: liaison,
  params: engineParams({ agency: Type.Optional(Type.Union([Type.String(), Type.Array(Type.String())])) }),
  only: isMeant,
  none: null,
  also: lateContact,
})
