import type { Temporal } from 'temporal-polyfill'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import type { AccessTables } from '../schema.js'

type Line = { readonly at: Temporal.Instant; readonly words: string }

/** What a person who asks is told of their accounts, second factors and sessions, oldest first. No secret is among it. */
export async function gatherSubject(tx: ReadTx, person: PersonId): Promise<readonly Line[]> {
  const db = tables<AccessTables>(tx)
  const accounts = await db.selectFrom('account').selectAll().where('person_id', '=', person).execute()
  const factors = await db.selectFrom('second_factor').selectAll().where('person_id', '=', person).execute()
  const sessions = await db.selectFrom('session').selectAll().where('person_id', '=', person).execute()
  const lines: readonly (Line | null)[] = [
    ...accounts.flatMap(({ username, created_at, ended_at }) => [
      { at: created_at, words: `Given an account with the username ${username}.` },
      ended_at && { at: ended_at, words: `The account with the username ${username} ended.` },
    ]),
    ...factors.map(({ since, label }) => ({ at: since, words: `Set up a second step of signing in: ${label}.` })),
    ...sessions.map(({ started_at, device }) => ({ at: started_at, words: `Signed in: ${device}.` })),
  ]
  return lines.filter((line) => line !== null).toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
}
