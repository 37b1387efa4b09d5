import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { ClauseParams } from '../../../engine/clauses/clause-params.js'
import { judged } from '../../../engine/clauses/clause-state.js'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import { asked } from './owed-at.js'

/** Columns of bytes that there are, each with what it holds: digests and sealed secrets of a few bytes, never a file. */
const knownBytes: Readonly<Record<string, string>> = {
  'journal_entry.content_digest': 'a digest',
  'journal_entry.digest': 'a digest',
  'journal_link.digest': 'a digest',
  'journal_link.hash': 'a digest',
  'journal_link.seal': 'a seal',
}

/** No column of bytes is trusted by its name alone: whatever is longer than this could be a picture. */
const longestSecret = 4096

/** Types of body that can carry a picture. None may be read by the whole application; the people import reads its own. */
const pictureBodies = ['multipart/form-data', 'image/jpeg', 'image/png', 'application/octet-stream'] as const

/** What the routes were seen to take when this process began to serve, or null where it serves none. */
let seenAtStart: readonly string[] | null = null

/** Looks at what the application's routes take in, once all are there: kept for the check, which has no routes of its own. */
export function lookAtRoutes(app: FastifyInstance): void {
  app.addHook('onReady', (done) => {
    seenAtStart = pictureBodies.filter((type) => app.hasContentTypeParser(type))
    done()
  })
}

const technician = 'network-manager' as PostId
const found = (sentence: string): Finding => ({ sentence, rows: [], post: technician, due: null })

/** Columns of bytes that are not known, or hold more than a secret. */
async function placesForBytes(tx: ReadTx): Promise<readonly Finding[]> {
  const columns = await asked<{ table: string; column: string }>(
    tx,
    sql`SELECT table_name AS table, column_name AS column FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type IN ('bytea', 'oid')`,
  )
  const findings: Finding[] = []
  for (const { table, column } of columns) {
    if (knownBytes[`${table}.${column}`]) continue
    const [long] = await asked<{ count: number }>(
      tx,
      sql`SELECT count(*)::int AS count FROM ${sql.table(table)} WHERE octet_length(${sql.ref(column)}) > ${longestSecret}`,
    )
    if (long && long.count > 0)
      findings.push(found(`The column ${column} of the table ${table} holds more than a secret could be.`))
  }
  return findings
}

async function largeObjects(tx: ReadTx): Promise<readonly Finding[]> {
  const [row] = await asked<{ count: number }>(tx, sql`SELECT count(*)::int AS count FROM pg_largeobject_metadata`)
  return row && row.count > 0 ? [found('The database holds large objects, which Hedgerow never makes.')] : []
}

/**
 * There is no place for a picture: no table holds files, and the application reads no body that could carry one. The
 * tests send a picture to every address that takes anything; this looks at what is really running.
 */
export const noImageGuardMechanism: Mechanism = {
  id: 'no-image-guard',
  params: ClauseParams,
  page: null,
  check: async (tx) => {
    const broken = [
      ...(await placesForBytes(tx)),
      ...(await largeObjects(tx)),
      ...(seenAtStart ?? []).map((type) => found(`Pages take in bodies of the type ${type}.`)),
    ]
    if (seenAtStart !== null || broken.length > 0)
      return judged('Every table of the database as it is now, and what pages took in when the server started', broken)
    return { verdict: 'unknown', findings: [], basis: 'Tables are good; this process serves no pages to look at' }
  },
}
