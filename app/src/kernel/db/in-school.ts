import type { PoolClient } from 'pg'
import type { Actor } from '../actor.js'
import type { Db } from './database.js'
import { knownTo } from './known.js'
import { inOneWrite, queriesOn } from './transaction.js'
import { home, known, queries } from './tx.js'
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

interface Kind {
  readonly begin: string
  /** Whether anything could be lost by not waiting for the end. */
  readonly writes: boolean
}

/** PostgreSQL's word for a kept plan that no longer fits a table: another process has just upgraded the schema. */
const outdatedPlan = '0A000'

async function within<R>(db: Db, { begin, writes }: Kind, actor: Actor, work: (tx: Tx) => Promise<R>): Promise<R> {
  const client: PoolClient = await db.pool.connect()
  let broken: Error | undefined
  inOneWrite(client)
  // Not waited for: the first queries travel with it. Should it fail, they do too, for no policy lets anybody by without its settings.
  const begun = client.query(`${begin}; ${confine(actor)}`)
  begun.catch(() => undefined)
  const { queries: open, close } = queriesOn(client)
  try {
    const now = db.clock.now().round('millisecond')
    const result = await work({ actor, now, [queries]: open, [home]: db, [known]: knownTo(actor) } as unknown as Tx)
    close()
    await begun
    const ended = client.query('COMMIT')
    if (writes) await ended
    else ended.catch(() => undefined)
    return result
  } catch (fault) {
    close()
    if ((fault as { code?: string }).code === outdatedPlan) broken = fault as Error
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
  within(db, { begin: 'BEGIN', writes: true }, actor, work)

/** The same, read only: one snapshot for all its queries, and PostgreSQL refuses any write. */
export const reading = <R>(db: Db, actor: Actor, work: (tx: ReadTx) => Promise<R>): Promise<R> =>
  within(db, { begin: 'BEGIN READ ONLY ISOLATION LEVEL REPEATABLE READ', writes: false }, actor, work)
