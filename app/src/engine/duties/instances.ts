import { clausesOf, postOf } from '../packs/lookup.js'
import type { Pack } from '../packs/pack.js'
import type { Clause } from '../packs/schema/sections.js'
import type { PostId } from '../../kernel/ids.js'
import { namesIn } from '../clauses/params.js'
import type { EngineParams } from '../clauses/params.js'
import type { Duty, DutyInstance } from './duty.js'

/** The instance that a clause makes of a duty. */
export function instanceOf(
  duty: Duty,
  clause: Clause,
  { pack, params }: { readonly pack: Pack; readonly params: EngineParams },
): DutyInstance {
  return {
    duty,
    key: duty.keyOf?.(clause) ?? clause.id,
    clause: clause.id,
    number: clause.number,
    asks: duty.asks?.(clause) ?? clause.text,
    post: whoOwes(duty, clause, { pack, params }),
    escalate: (namesIn(params, 'escalate')[0] ?? duty.escalate) as PostId,
    params,
  }
}

/** The post that a clause binds: named under `with`, else the first post (not audience) of the clause, else the duty's own. */
function whoOwes(
  duty: Duty,
  { posts }: Clause,
  { pack, params }: { readonly pack: Pack; readonly params: EngineParams },
): PostId {
  const named = [...namesIn(params, 'post'), ...namesIn(params, 'posts')][0]
  return (named ?? posts.find((post) => postOf(pack, post)) ?? duty.owner) as PostId
}

/** Every instance that a pack makes of a duty, in the order of the policy. Clauses that share a key are one. */
export function instancesIn(pack: Pack, duty: Duty): readonly DutyInstance[] {
  const all = clausesOf(pack).flatMap((clause) =>
    clause.keptBy
      .filter(({ mechanism }) => mechanism === duty.id)
      .map((keeper) => instanceOf(duty, clause, { pack, params: keeper.with ?? {} })),
  )
  return [...new Map(all.toReversed().map((one) => [one.key, one])).values()].toReversed()
}
