import { ClauseParams } from '../../../engine/clauses/clause-params.js'
import { judged, kept } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import { tables } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import { Temporal } from 'temporal-polyfill'
import type { PolicyTables } from '../schema.js'

/**
 * The checks themselves are running: a policy is in force and its clauses have been looked at. Before the first look
 * there is nothing to go by, and a policy that was never looked at a day after it took force says so.
 */
export const clauseCheckMechanism: Mechanism = {
  id: 'clause-check',
  params: ClauseParams,
  page: '/policy/kept',
  check: async (tx, _params, asOf) => {
    const activated = await tables<PolicyTables>(tx)
      .selectFrom('pack_activation')
      .select('activated_at')
      .where('activated_at', '<=', asOf)
      .orderBy('activated_at')
      .limit(1)
      .executeTakeFirst()
    const headteacher = 'headteacher' as PostId
    if (!activated)
      return judged('No policy was in force', [
        { sentence: 'No policy is in force.', rows: [], post: headteacher, due: null },
      ])
    const looked = await tables<PolicyTables>(tx)
      .selectFrom('clause_turn')
      .select((eb) => eb.fn.max('at').as('at'))
      .where('at', '<=', asOf)
      .executeTakeFirst()
    const fresh = Temporal.Instant.compare(activated.activated_at.add({ hours: 24 }), asOf) > 0
    if (looked?.at || fresh) return kept('Every promise is looked at within a minute of any act, and every ten minutes')
    return judged('Never looked at', [
      {
        sentence: 'The promises have not been looked at since the policy took force.',
        rows: [],
        post: 'network-manager' as PostId,
        due: null,
      },
    ])
  },
}
