import { clausesKeptBy } from '../../engine/packs/lookup.js'
import type { Pack } from '../../engine/packs/pack.js'
import type { KeptClause } from '../../web/layout/foot.js'

/** As many promises as the foot of a page names. */
const most = 8

/** The promises that these mechanisms keep, for the foot of a page: each clause's number and its own page. */
export const keptBy = (pack: Pack, ...mechanisms: readonly string[]): readonly KeptClause[] =>
  clausesKeptBy(pack, mechanisms)
    .slice(0, most)
    .map(({ id, number }) => ({ number, url: `/policy/kept/${id}` }))
