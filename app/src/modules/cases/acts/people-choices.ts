import type { Option } from '../../../engine/forms/fields/choice.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import { titleOfPost } from '../../../engine/packs/lookup.js'
import { holdersOf, personCards } from '../../people/index.js'
import { packByHash, powersOf } from '../../policy/index.js'
import type { CaseRow } from '../schema.js'

/** Everybody who may see a case, as choices: those given it by name, and who holds or covers the posts it is open to. */
export async function whoSees(tx: ReadTx, row: CaseRow): Promise<readonly Option[]> {
  const pack = await packByHash(tx, row.pack_hash)
  const holdings = row.sight_posts.length > 0 ? await holdersOf(tx, row.sight_posts) : []
  const cards = await personCards(tx, row.sight_persons)
  const byName = row.sight_persons.map((id) => ({ value: id as string, text: cards.get(id)?.name ?? 'Somebody' }))
  const byPost = holdings.map(({ person, name, post }) => ({
    value: person,
    text: `${name}, ${titleOfPost(pack, post)}`,
  }))
  return distinct([...byPost, ...byName]).filter(({ value }) => !row.never_persons.includes(value as PersonId))
}

/** Everybody whose posts let them lead a case, without those whom this one bars. */
export async function whoMayLead(tx: ReadTx, row: CaseRow): Promise<readonly Option[]> {
  const pack = await packByHash(tx, row.pack_hash)
  const able = (await holdersOf(tx, null)).filter(({ post }) => powersOf(pack, [post]).has('cases.lead'))
  const options = able.map(({ person, name, post }) => ({ value: person, text: `${name}, ${titleOfPost(pack, post)}` }))
  return distinct(options).filter(({ value }) => value !== row.lead && !row.never_persons.includes(value as PersonId))
}

const distinct = (options: readonly Option[]): readonly Option[] =>
  options.filter(({ value }, at) => options.findIndex((other) => other.value === value) === at)
