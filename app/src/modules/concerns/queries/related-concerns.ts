import { sql } from 'kysely'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import { personCards } from '../../people/index.js'
import type { ConcernRow, ConcernTables } from '../schema.js'
import { concernLines } from './concern-lines.js'
import type { ConcernLine } from './concern-lines.js'

/** A concern that may belong to another, and each reason for thinking so. */
export interface RelatedConcern extends ConcernLine {
  readonly case_id: string | null
  readonly why: readonly string[]
}

/** As many as the page shows, and as many of the fortnight's people as are looked through for a class. */
const most = 12
const mostPeople = 500

interface Hint {
  readonly id: string
  readonly why: string
}

/**
 * Concerns that may belong to this one, those with most reasons first: a person in both, the same platform and address,
 * or somebody of the same class this fortnight. Only those that the actor may see; nothing is concluded from it here.
 */
export async function relatedConcerns(tx: ReadTx, concern: ConcernRow): Promise<readonly RelatedConcern[]> {
  const people = await peopleIn(tx, concern.id)
  const hints = [
    ...(await samePerson(tx, concern.id, people)),
    ...(await sameAddress(tx, concern)),
    ...(await sameClass(tx, concern, people)),
  ]
  const why = Map.groupBy(hints, ({ id }) => id)
  const ids = [...why.keys()].toSorted((a, b) => (why.get(b)?.length ?? 0) - (why.get(a)?.length ?? 0)).slice(0, most)
  const cases = await casesOf(tx, ids)
  return (await concernLines(tx, ids)).map((line) => ({
    ...line,
    case_id: cases.get(line.id) ?? null,
    why: [...new Set((why.get(line.id) ?? []).map((hint) => hint.why))],
  }))
}

async function peopleIn(tx: ReadTx, concern: string): Promise<readonly PersonId[]> {
  const rows = await tables<ConcernTables>(tx)
    .selectFrom('concern_person')
    .select('person_id')
    .where('concern_id', '=', concern)
    .execute()
  return rows.flatMap(({ person_id }) => (person_id ? [person_id] : []))
}

async function samePerson(tx: ReadTx, concern: string, people: readonly PersonId[]): Promise<readonly Hint[]> {
  if (people.length === 0) return []
  const rows = await tables<ConcernTables>(tx)
    .selectFrom('concern_person')
    .select(['concern_id', 'person_id'])
    .where('person_id', 'in', people)
    .where('concern_id', '<>', concern)
    .orderBy('concern_id', 'desc')
    .limit(50)
    .execute()
  const cards = await personCards(tx, people)
  return rows.map(({ concern_id, person_id }) => ({
    id: concern_id,
    why: `${(person_id && cards.get(person_id)?.name) ?? 'The same person'} is in both`,
  }))
}

async function sameAddress(tx: ReadTx, { id, platform, address }: ConcernRow): Promise<readonly Hint[]> {
  if (!address) return []
  const { rows } = await sql<{ id: string }>`SELECT id FROM concern
    WHERE lower(address) = lower(${address}) AND platform IS NOT DISTINCT FROM ${platform} AND id <> ${id}
    ORDER BY id DESC LIMIT 20`.execute(tables<ConcernTables>(tx))
  return rows.map((row) => ({ id: row.id, why: 'The same site, app or account' }))
}

async function sameClass(tx: ReadTx, concern: ConcernRow, people: readonly PersonId[]): Promise<readonly Hint[]> {
  const own = [...(await personCards(tx, people)).values()].flatMap(({ class_code }) => class_code ?? [])
  if (own.length === 0) return []
  const rows = await tables<ConcernTables>(tx)
    .selectFrom('concern_person')
    .innerJoin('concern', (join) =>
      join
        .onRef('concern.school_id', '=', 'concern_person.school_id')
        .onRef('concern.id', '=', 'concern_person.concern_id'),
    )
    .select(['concern_person.concern_id', 'concern_person.person_id'])
    .where('concern.reported_at', '>=', concern.reported_at.subtract({ hours: 14 * 24 }))
    .where('concern.id', '<>', concern.id)
    .limit(mostPeople)
    .execute()
  const cards = await personCards(
    tx,
    rows.flatMap(({ person_id }) => (person_id ? [person_id] : [])),
  )
  return rows.flatMap(({ concern_id, person_id }) => {
    const code = person_id && cards.get(person_id)?.class_code
    return code && own.includes(code) ? [{ id: concern_id, why: `Class ${code}, this fortnight` }] : []
  })
}

async function casesOf(tx: ReadTx, ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  if (ids.length === 0) return new Map()
  const rows = await tables<ConcernTables>(tx)
    .selectFrom('concern')
    .select(['id', 'case_id'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, case_id }) => [id, case_id]))
}
