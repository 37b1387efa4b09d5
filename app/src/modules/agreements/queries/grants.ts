import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import { personCards } from '../../people/index.js'
import type { Thing } from '../gate.js'
import type { AgreementTables } from '../schema.js'

/** One line of the register: what was given to whom, when, by whom, and when it ended. */
export interface RegisterLine {
  readonly id: string
  readonly name: string
  readonly what: Thing
  readonly detail: string | null
  readonly granted_at: Temporal.Instant
  readonly by: string
  readonly ends_at: Temporal.Instant | null
  readonly ended_at: Temporal.Instant | null
  readonly end_reason: string | null
  readonly decision_id: string
}

type Row = Omit<RegisterLine, 'name' | 'by'> & {
  readonly person_id: PersonId | null
  readonly granted_by: PersonId | null
  readonly visitor: string | null
}

/** The register, newest first: of one person, or of everybody up to a limit. */
export async function grantRegister(
  tx: ReadTx,
  { person, limit }: { readonly person: PersonId | null; readonly limit: number },
): Promise<readonly RegisterLine[]> {
  const { rows } = await sql<Row>`
    SELECT g.id, g.person_id, g.what, g.detail, g.granted_at, g.granted_by, g.ends_at, g.ended_at, g.end_reason, g.decision_id, v.name AS visitor
    FROM access_grant g LEFT JOIN visit v ON v.school_id = g.school_id AND v.id = g.visit_id
    WHERE ${person}::uuid IS NULL OR g.person_id = ${person}::uuid
    ORDER BY g.granted_at DESC, g.id DESC LIMIT ${limit}`.execute(tables<AgreementTables>(tx))
  const ids = rows.flatMap(({ person_id, granted_by }) => [person_id, granted_by].filter((id) => id !== null))
  const cards = await personCards(tx, ids)
  const nameOf = (id: PersonId | null) => (id ? (cards.get(id)?.name ?? 'Somebody') : null)
  return rows.map(({ person_id, granted_by, visitor, ...row }) => ({
    ...row,
    name: nameOf(person_id) ?? (visitor ? `${visitor} (visitor)` : 'Somebody'),
    by: nameOf(granted_by) ?? 'the desk, by itself',
  }))
}
