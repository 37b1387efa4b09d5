import type { ReadTx } from '../../../kernel/db/tx.js'
import { personCards } from '../../people/index.js'
import type { CasePersonRow } from '../schema.js'

/** People of a case in words, by full name and class: 'Bea Marsh, Oak class and Somebody in a red coat'. */
export async function personNames(
  tx: ReadTx,
  people: readonly Pick<CasePersonRow, 'person_id' | 'described'>[],
): Promise<string> {
  const cards = await personCards(
    tx,
    people.flatMap(({ person_id }) => (person_id ? [person_id] : [])),
  )
  const names = people.map(({ person_id, described }) => {
    const card = person_id ? cards.get(person_id) : undefined
    return card ? [card.name, card.class_code].filter(Boolean).join(', ') : (described ?? 'Somebody not named')
  })
  return names.join(' and ')
}
