import { agencyOf, clausesOf, riskOf, titleOfPost } from '../../engine/packs/lookup.js'
import type { Pack } from '../../engine/packs/pack.js'
import type { Names } from '../../engine/procedures/index.js'
import type { KeptClause } from '../../web/layout/foot.js'
import type { CaseRow } from './schema.js'

/** How a pack calls posts, agencies and laws. */
export const namesOf = (pack: Pack): Names => ({
  post: (id) => titleOfPost(pack, id),
  agency: (id) => agencyOf(pack, id)?.title ?? id,
  law: (id) => pack.laws.find((law) => law.id === id)?.title ?? id,
})

/** A case's risk in words: 'Contact, Grooming by an adult'. Words of the taxonomy, never of the case. */
export function riskWords(pack: Pack, { risk, subtype }: Pick<CaseRow, 'risk' | 'subtype'>): string {
  const known = risk === null ? undefined : riskOf(pack, risk)
  if (!known) return 'Kind of risk not said yet'
  const kind = known.subtypes.find(({ id }) => id === subtype)
  return kind ? `${known.title}, ${kind.title}` : known.title
}

/** More numbers than this at the foot of a page say nothing to anybody. */
const mostAtFoot = 6

/** The first promises of the policy that a page keeps, by the mechanisms that work on it. */
export function promisesKept(pack: Pack, mechanisms: readonly string[]): readonly KeptClause[] {
  return clausesOf(pack)
    .filter(({ keptBy }) => keptBy.some(({ mechanism }) => mechanisms.includes(mechanism)))
    .slice(0, mostAtFoot)
    .map(({ id, number }) => ({ number, url: `/policy/kept/${encodeURIComponent(id)}` }))
}
