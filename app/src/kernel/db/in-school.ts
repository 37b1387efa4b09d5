import type { PoolClient } from 'pg'
import type { Actor } from '../actor.js'
import type { Db } from './database.js'
import { queriesOn } from './transaction.js'
import { home, queries } from './tx.js'
import type { ReadTx, Tx } from './tx.js'

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/**
 * The settings that row-level security reads, always all of them, as literals: set_config() is not passed on to the
 * nodes of a Citus cluster, and a missing setting makes every policy fail closed. Sent with BEGIN in one message.
 */
const confine = (actor: Actor): string =>
  [
    ['school', actor.schoolId],
    ['person', actor.personId ?? ''],
    ['posts', [...actor.posts].join(',')],
    ['powers', [...actor.powers].join(',')],
    ['channel', actor.channel],
    ['receipt', actor.receipt ?? ''],
  ]
    .map(([name, value]) => `SET LOCAL hedgerow.${name} = ${quoted(value ?? '')}`)
    .join('; ')

async function within<R>(db: Db, begin: string, actor: Actor, work: (tx: Tx) => Promise<R>): Promise<R> {
  const client: PoolClient = await db.pool.connect()
  let broken: Error | undefined
  try {
    await client.query(`${begin}; ${confine(actor)}`)
    const now = db.clock.now().round('millisecond')
    const result = await work({ actor, now, [queries]: queriesOn(client), [home]: db } as unknown as Tx)
    await client.query('COMMIT')
    return result
  } catch (fault) {
    await client.query('ROLLBACK').catch((lost: Error) => (broken = lost))
    throw fault
  } finally {
    client.release(broken)
  }
}

/**
 * Runs work in one read-write transaction confined to the actor's school, person and posts by row-level security.
 * There is no other way to write. What work throws undoes everything; what it returns is returned after COMMIT.
 */
export const inSchool = <R>(db: Db, actor: Actor, work: (tx: Tx) => Promise<R>): Promise<R> =>
  within(db, 'BEGIN', actor, work)

/** The same, read only: one snapshot for all its queries, and PostgreSQL refuses any write. */
export const reading = <R>(db: Db, actor: Actor, work: (tx: ReadTx) => Promise<R>): Promise<R> =>
  within(db, 'BEGIN READ ONLY ISOLATION LEVEL REPEATABLE READ', actor, work)
