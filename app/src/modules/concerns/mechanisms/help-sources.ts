import { Temporal } from 'temporal-polyfill'
import { defineForm } from '../../../engine/forms/define-form.js'
import { date } from '../../../engine/forms/fields/date.js'
import { manyChoices } from '../../../engine/forms/fields/many-choices.js'
import { text } from '../../../engine/forms/fields/text.js'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import { engineParams, namesIn, textIn } from '../../../engine/clauses/params.js'
import { calendarMonths } from '../../../engine/duties/calendar-months.js'
import type { Help } from '../../../engine/packs/schema/sections.js'
import { defineRegister } from '../../../engine/registers/register.js'
import { endOf } from '../../../engine/registers/look-due.js'
import { registerMechanism } from '../../../engine/registers/register-mechanism.js'
import type { Looked } from '../../../engine/registers/register-mechanism.js'
import type { PostId } from '../../../kernel/ids.js'
import { everyoneSignedIn } from '../../people/index.js'
import { schoolAround } from '../../policy/index.js'

const audiences = [
  { value: 'pupil', text: 'Children' },
  { value: 'parent', text: 'Parents and carers' },
  { value: 'staff', text: 'Staff' },
] as const

/** Local help that the school adds to what the pack lists, and the look at each of the pack's own lines. */
export const helpSources = defineRegister({
  id: 'help-sources',
  title: 'Who can help',
  one: 'source of help',
  intro:
    'Help near here, added to what our policy lists, and when somebody last saw that a number or page still works. All of it shows on the public page “Who can help”.',
  form: defineForm({
    title: text({
      label: 'Who?',
      hint: 'To note that a line of the policy was looked at, give its name as it stands there',
      missing: 'Say who helps',
    }),
    what: text({ label: 'What do they do?', maxLength: 300, missing: 'Say in a sentence what they do' }),
    phone: text({ label: 'Telephone', inputmode: 'tel', optional: true }),
    web: text({
      label: 'Web address',
      inputmode: 'url',
      optional: true,
      shape: { pattern: /^https:\/\/[^\s<>"]+\.[^\s<>"]+$/, sentence: 'A web address begins with https://' },
    }),
    for: manyChoices({ label: 'For whom?', options: audiences, missing: 'Tick for whom it is' }),
    checked: date({
      label: 'Last looked at',
      latest: 'today',
      missing: 'Give the day on which somebody last rang or opened it',
    }),
  }),
  called: ({ title }) => title,
  same: ({ title }) => title.toLowerCase(),
  columns: ['what', 'phone', 'checked'],
  see: 'records.read',
  keep: 'records.keep',
  owner: 'dsl' as PostId,
  journal: everyoneSignedIn.posts,
  review: '12 months',
  reviewedOn: 'checked',
  kept: 'for good; no personal data',
  empty: 'No local help is on record. What the policy lists is shown all the same; add who helps near here.',
})

/** How old a look may be where the clause is silent. */
const usual = 'year'

/** Lines of the pack that nobody has looked at for too long, and audiences with nobody to ring. */
async function stale({ tx, entries, params, day, post }: Looked): Promise<readonly Finding[]> {
  const pack = await schoolAround.pack(tx)
  if (!pack) return []
  const months = calendarMonths(textIn(params, 'every') ?? usual) ?? 12
  const looks = new Map(entries.map(({ values, reviewedOn }) => [String(values['title']).toLowerCase(), reviewedOn]))
  const finding = ({ title, checked }: Help): readonly Finding[] => {
    const printed = Temporal.PlainDate.from(checked)
    const own = looks.get(title.toLowerCase())
    const last = own && Temporal.PlainDate.compare(own, printed) > 0 ? own : printed
    const by = last.add({ months })
    if (Temporal.PlainDate.compare(by.subtract({ months: 1 }), day) > 0) return []
    return [
      { sentence: `Nobody has looked lately whether “${title}” can still be reached.`, rows: [], post, due: endOf(by) },
    ]
  }
  return [...pack.help.flatMap(finding), ...unserved(pack.help, params, post)]
}

/** Each audience has somebody to ring or write to at once. */
function unserved(help: readonly Help[], params: Looked['params'], post: PostId): readonly Finding[] {
  const asked = namesIn(params, 'audience').map((name) => name.replace('any-', ''))
  return audiences
    .filter(({ value }) => asked.length === 0 || asked.includes(value))
    .filter(({ value }) => !help.some((line) => line.for.includes(value) && (line.phone ?? line.web)))
    .map(({ text: who }) => ({ sentence: `${who} have nobody to ring or write to.`, rows: [], post, due: null }))
}

/** Everybody has somebody to turn to, and each number and page was looked at within the year. */
export const helpSourcesMechanism = registerMechanism({
  id: 'help-sources',
  register: helpSources,
  params: engineParams(),
  none: null,
  also: stale,
  page: '/help',
})
