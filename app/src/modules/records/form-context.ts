import { registerChosenFrom } from '../../engine/forms/fields/entry-choice.js'
import type { Form } from '../../engine/forms/define-form.js'
import type { EntryChoice, FormContext, PersonChoice } from '../../engine/forms/field.js'
import { pickedIn } from '../../engine/forms/parse-form.js'
import { allEntries, titlesOf } from '../../engine/registers/read-entries.js'
import type { Names } from '../../engine/registers/register.js'
import type { ReadTx } from '../../kernel/db/tx.js'
import { isId } from '../../kernel/ids.js'
import type { PersonId } from '../../kernel/ids.js'
import { agencyOf, postOf } from '../../engine/packs/lookup.js'
import { activePack, findActivePack } from '../policy/index.js'
import { findPeople, personCards } from '../people/index.js'
import type { PersonCard } from '../people/index.js'

/** A person as a picker offers them. */
export const choiceOf = ({ id, name, job_title, class_code, kind }: PersonCard): PersonChoice => ({
  id,
  name,
  about: job_title ?? class_code ?? kind,
})

/** What a register's form needs to be shown or read: the people picked in a body, and the entries that it may choose. */
export async function formContext(tx: ReadTx, form: Form, body: unknown): Promise<FormContext> {
  const picked = pickedIn(form, body).filter(isId) as readonly string[] as readonly PersonId[]
  const cards = await personCards(tx, picked)
  const entries = new Map<string, readonly EntryChoice[]>()
  for (const field of Object.values(form.fields)) {
    const register = registerChosenFrom(field.schema())
    if (register && !entries.has(register)) entries.set(register, await choicesFrom(tx, register))
  }
  return { now: tx.now, people: new Map([...cards].map(([id, card]) => [id, choiceOf(card)])), entries }
}

/** What may be chosen: the entries of a register, or what the pack in force lists. */
async function choicesFrom(tx: ReadTx, register: string): Promise<readonly EntryChoice[]> {
  if (!register.startsWith('pack:')) return allEntries(tx, register)
  const { pack } = await activePack(tx)
  const [posts, agencies] = [pack.posts, pack.agencies].map((all) => all.map(({ id, title }) => ({ id, title })))
  if (register === 'pack:posts') return posts ?? []
  return register === 'pack:agencies' ? (agencies ?? []) : [...(posts ?? []), ...(agencies ?? [])]
}

/** Who a picker's search found. */
export const found = async (tx: ReadTx, words: string): Promise<readonly PersonChoice[]> =>
  (await findPeople(tx, { text: words })).map(choiceOf)

/** Names for people and entries, as far as the actor may see them. */
export async function namesFor(tx: ReadTx, persons: readonly string[], entries: readonly string[]): Promise<Names> {
  const cards = await personCards(tx, persons as readonly PersonId[])
  const titles = await titlesOf(tx, entries)
  const active = await findActivePack(tx)
  const packTitle = (id: string) => active && (postOf(active.pack, id)?.title ?? agencyOf(active.pack, id)?.title)
  return {
    person: (id) => cards.get(id as PersonId)?.name ?? 'somebody you may not see',
    entry: (id) => titles.get(id) ?? packTitle(id) ?? 'an entry that is gone',
  }
}
