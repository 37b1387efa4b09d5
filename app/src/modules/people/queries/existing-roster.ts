import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { ExistingPerson, ExistingResponsibility, ExistingRoster } from '../import/existing.js'
import type { Need, Relationship, Year } from '../import/roster.js'
import type { PeopleTables } from '../schema.js'

const orNull = (text: string): string | null => (text === '' ? null : text)

async function people(tx: ReadTx): Promise<readonly ExistingPerson[]> {
  const rows = await tables<PeopleTables>(tx)
    .selectFrom('person')
    .leftJoin('person_detail', (join) =>
      join.onRef('person_detail.school_id', '=', 'person.school_id').onRef('person_detail.id', '=', 'person.id'),
    )
    .selectAll('person')
    .select(['person_detail.upn', 'person_detail.username', 'person_detail.needs'])
    .execute()
  return rows.map((row) => ({
    personId: row.id,
    source: row.source !== null && row.source_id !== null ? { system: row.source, id: row.source_id } : null,
    kind: row.kind,
    given: orNull(row.given),
    family: orNull(row.family),
    knownAs: row.known_as,
    born: row.born?.toString() ?? null,
    classCode: row.class_code,
    year: row.year_group as Year | null,
    upn: row.upn,
    email: row.email,
    phone: row.phone,
    username: row.username,
    jobTitle: row.job_title,
    start: row.started.toString(),
    end: row.ended?.toString() ?? null,
    needs: (row.needs ?? []) as Need[],
  }))
}

async function responsibilities(tx: ReadTx): Promise<readonly ExistingResponsibility[]> {
  const rows = await tables<PeopleTables>(tx)
    .selectFrom('responsibility')
    .selectAll()
    .where('ended', 'is', null)
    .execute()
  return rows.map((row) => ({
    childId: row.child_id,
    adultId: row.adult_id,
    relationship: row.relationship as Relationship,
    parentalResponsibility: row.parental_responsibility,
    priority: row.priority,
    contactable: row.contactable,
  }))
}

/** The school's books, as the import compares a file with them. */
export const existingRoster = async (tx: ReadTx): Promise<ExistingRoster> => ({
  people: await people(tx),
  responsibilities: await responsibilities(tx),
})
