import type { Tx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { thisSchool } from '../../../kernel/school.js'
import { postsOf } from '../../people/index.js'
import type { SessionGrant } from '../session/session-grant.js'
import { startSession } from './start-session.js'

/**
 * Begins a session as somebody with no proof at all: the role cards of the example school, and nowhere else. Run as
 * `signingIn(schoolId)`; give the browser the result with `grantSession`. Refuses in every school that is not the example.
 */
export async function startSessionAs(tx: Tx, person: PersonId): Promise<SessionGrant> {
  const { example } = await thisSchool(tx)
  if (!example) throw new Refusal('not-allowed', 'Only the example school lets people look around as somebody else.')
  if ((await postsOf(tx, person)).size === 0)
    throw new Refusal('not-found', 'Nobody of the example school was chosen. Choose one of the cards.')
  const device = 'Looking around'
  return startSession(tx, { person, account: null, kind: 'example', whole: true, shared: false, device })
}
