import { parseForm } from '../../../engine/forms/parse-form.js'
import type { FormContext } from '../../../engine/forms/field.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { PersonId, PostId } from '../../../kernel/ids.js'
import type { Typed } from '../../../web/kept-fields.js'
import type { Report, ReportedPerson } from '../commands/report-concern.js'
import { firstForm, whatForm, whoForm } from './report-forms.js'

/** The screens of a report in their order, before the last one that sends it. */
export const reportSteps = ['first', 'what', 'who'] as const
export type ReportStep = (typeof reportSteps)[number]

/** The questions of one screen. */
export const stepForms = { first: firstForm, what: whatForm, who: whoForm } as const

/** A report that can be sent, or the first screen on which something is missing. */
export type DraftReading =
  { readonly ready: true; readonly report: Report } | { readonly ready: false; readonly step: ReportStep }

/** Reads everything that was typed on the screens of a draft as one report. */
export function reportFromDraft(pack: Pack, id: string, typed: Typed, context: FormContext): DraftReading {
  const first = parseForm(firstForm(pack), { ...typed, draft: id }, context)
  if (!first.ok) return { ready: false, step: 'first' }
  const what = parseForm(whatForm(pack), typed, context)
  if (!what.ok) return { ready: false, step: 'what' }
  const who = parseForm(whoForm(pack), typed, context)
  if (!who.ok) return { ready: false, step: 'who' }
  const { words, happened, known, told, done } = what.values
  const { place, platform, device, address, described, about } = who.values
  const report: Report = {
    key: id,
    channel: 'staff',
    words,
    people: [...picked(who.values.who.people), ...describedPeople(pack, described)],
    aboutPosts: about as readonly string[] as readonly PostId[],
    reporterName: null,
    reporterContact: null,
    conversation: null,
    told_by: told,
    happened,
    known_at: known,
    platform,
    device,
    place,
    address,
    danger: first.values.danger,
    done_already: doneWords(pack, first.values.first, done),
  }
  return { ready: true, report }
}

const picked = (people: readonly { readonly id: string; readonly role: string | null }[]): readonly ReportedPerson[] =>
  people.map(({ id, role }) => ({ person: id as PersonId, described: null, role: role ?? 'other' }))

/** Somebody described plays the last part of the pack's list: 'part of it in another way'. */
export function describedPeople(pack: Pack, words: string | null): readonly ReportedPerson[] {
  const role = pack.reporting.roles.at(-1)?.id ?? 'other'
  return words ? [{ person: null, described: words, role }] : []
}

/** What was ticked on the first screen and what was written on the second, as one text. */
function doneWords(pack: Pack, ticked: readonly string[], done: string | null): string | null {
  const first = pack.reporting.first.flatMap(({ id, text }) => (ticked.includes(id) ? [`Done: ${text}`] : []))
  const all = [...first, ...(done ? [done] : [])]
  return all.length > 0 ? all.join('\n') : null
}
