import { clausesOf } from '../packs/lookup.js'
import type { Pack } from '../packs/pack.js'
import type { Clause } from '../packs/schema/sections.js'
import type { PostId } from '../../kernel/ids.js'
import type { NoticeLine } from './notice.js'

/** The words of a clause for an audience: a child's where there are some, plain ones for parents, else the policy's own. */
export function wordsFor({ text, plain, child }: Clause, audience: PostId): string {
  if (audience === 'any-pupil') return child ?? plain
  return audience === 'any-parent' ? plain : text
}

/** The clauses that a mechanism keeps and that concern an audience, as lines: those that bind it, or name it under `with`. */
export const linesOf = (clauses: readonly Clause[], audience: PostId): readonly NoticeLine[] => {
  const seen = new Set<string>()
  return clauses.flatMap((clause) => {
    const text = wordsFor(clause, audience)
    if (seen.has(text)) return []
    seen.add(text)
    return [{ text, number: clause.number, clause: clause.id }]
  })
}

/** The clauses that name a mechanism, in the order of the policy. */
export const clausesKeptBy = (pack: Pack, mechanism: string): readonly Clause[] =>
  clausesOf(pack).filter(({ keptBy }) => keptBy.some((keeper) => keeper.mechanism === mechanism))
