import { createHmac } from 'node:crypto'
import type { FormContext, PersonChoice } from '../../../engine/forms/field.js'
import type { Keys } from '../../../kernel/keys.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { isId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import type { PersonId } from '../../../kernel/ids.js'
import type { Autosave } from '../../../web/components/app/form.js'
import { personCards } from '../../people/index.js'
import type { PersonCard } from '../../people/index.js'

/** A person as a picker offers them. */
export const choiceOf = (card: PersonCard): PersonChoice => ({ id: card.id, name: card.name, about: aboutOf(card) })

function aboutOf({ kind, year_group, class_code, job_title }: PersonCard): string {
  if (kind !== 'pupil') return job_title ?? `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`
  return (
    [year_group && yearWords(year_group), class_code && `class ${class_code}`].filter(Boolean).join(', ') || 'Pupil'
  )
}

const yearWords = (year: string): string => (year === 'R' ? 'Reception' : year === 'N' ? 'Nursery' : `Year ${year}`)

/** What forms need to know: the time, and the people who were picked, under the reader's own sight. */
export async function contextFor(tx: ReadTx, ids: readonly string[]): Promise<FormContext> {
  const picked = ids.filter((id): id is PersonId & typeof id => isId(id)) as readonly PersonId[]
  const cards = await personCards(tx, picked)
  return { now: tx.now, people: new Map([...cards.values()].map((card) => [card.id as string, choiceOf(card)])) }
}

/**
 * Keeping what is typed in this browser under a key that only this person is given, and on the server. The key is
 * derived, so that the same person opens their own draft from another tab.
 */
export const autosaveFor = (
  keys: Keys,
  { person, draft, part, url }: { person: string; draft: string; part: string; url: string },
): Autosave => ({
  key: `${draft}-${part}`,
  seal: createHmac('sha256', keys.vault).update(`draft seal\0${person}\0${draft}`).digest('base64url'),
  url,
})

/** A draft's id from an address. What is not an id is not found. */
export function draftIn(text: string): string {
  if (!isId(text)) throw new Refusal('not-found', 'There is no such report here.')
  return text
}
