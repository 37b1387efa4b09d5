import { ClauseParams } from '../../../engine/clauses/clause-params.js'
import { judged } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import { tables } from '../../../kernel/db/tx.js'
import { goneAmong, openSessions } from '../queries/sessions-past-their-end.js'
import type { OpenSession } from '../queries/sessions-past-their-end.js'
import { signInRules } from '../queries/sign-in-rules.js'
import type { AccessTables } from '../schema.js'
import { accountsUrl } from '../urls.js'
import { keeperPost } from './keeper-post.js'

/** Sessions end at their next click in any case; the round that writes it down comes every ten minutes. */
const GRACE_MINUTES = 60

/** No session outlives the policy's times, and nobody who has left has a session or an account. */
export const sessionSafetyMechanism: Mechanism = {
  id: 'session-safety',
  params: ClauseParams,
  page: accountsUrl(),
  check: async (tx, _params, asOf) => {
    const post = keeperPost((await signInRules(tx)).pack)
    const open = await openSessions(tx, asOf)
    const overdue = open.filter(
      ({ ends }) => ends.add({ minutes: GRACE_MINUTES }).epochMilliseconds < asOf.epochMilliseconds,
    )
    const accounts = await tables<AccessTables>(tx)
      .selectFrom('account')
      .select(['id', 'person_id'])
      .where('created_at', '<=', asOf)
      .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', asOf)]))
      .execute()
    const gone = await goneAmong(
      tx,
      [...accounts.map(({ person_id }) => person_id), ...open.map(({ person }) => person)],
      asOf,
    )
    const left = open.filter(({ person }) => gone.has(person))
    const keepAccount = accounts.filter(({ person_id }) => gone.has(person_id))
    const found = [
      ...(overdue.length > 0
        ? [{ sentence: inWords(overdue, 'outlived the times of the policy'), rows: rowsOf(overdue) }]
        : []),
      ...(left.length > 0
        ? [{ sentence: inWords(left, 'belonged to somebody who has left'), rows: rowsOf(left) }]
        : []),
      ...keepAccount.map(({ id }) => ({
        sentence: 'Somebody who has left still had an account.',
        rows: [{ table: 'account', id }],
      })),
    ]
    const basis = `${open.length} open sessions and ${accounts.length} accounts`
    return judged(
      basis,
      found.map((one) => ({ ...one, post, due: null })),
    )
  },
}

const rowsOf = (sessions: readonly OpenSession[]) => sessions.map(({ id }) => ({ table: 'session', id }))

const inWords = (sessions: readonly OpenSession[], what: string): string =>
  sessions.length === 1 ? `A session ${what}.` : `${sessions.length} sessions ${what}.`
