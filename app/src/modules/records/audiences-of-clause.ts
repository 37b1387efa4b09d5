import type { DutyInstance } from '../../engine/duties/duty.js'
import { namesIn } from '../../engine/clauses/params.js'
import { audienceById, clauseOf } from '../../engine/packs/lookup.js'
import type { Pack } from '../../engine/packs/pack.js'
import type { PostId } from '../../kernel/ids.js'

/** The audiences that a duty about people concerns: named under `with`, else those among the clause's posts. */
export function audiencesOfClause({ params, clause }: DutyInstance, pack: Pack): readonly PostId[] {
  const named = namesIn(params, 'audience') as readonly PostId[]
  if (named.length > 0) return named
  return (clauseOf(pack, clause)?.posts ?? []).filter((post) => audienceById(pack, post))
}
