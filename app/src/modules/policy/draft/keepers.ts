import { join } from 'node:path'
import type { Deps } from '../../../engine/deps.js'
import { readKnown } from '../../../engine/packs/known.js'
import { projectRoot } from '../../../kernel/root.js'
import { mechanismsOf } from '../judge-clauses.js'

/**
 * What a promise of the school's own can be kept by, in the words of the mechanisms: only those that are built, because a
 * promise that nothing looks at would be a promise in a drawer. A post's word is asked for by a question of its own.
 */
export async function keepersOf({ modules }: Deps) {
  const built = mechanismsOf(modules)
  const { mechanisms } = await readKnown(join(projectRoot(), 'packs'))
  return [...mechanisms.values()]
    .filter(({ id }) => built.has(id) && id !== 'attestation')
    .map(({ id, does }) => ({ value: id, text: does }))
}
