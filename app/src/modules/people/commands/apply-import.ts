import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { londonDate } from '../../../kernel/calendar/london.js'
import { json } from '../../../kernel/db/json.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { announce } from '../../../kernel/events.js'
import { newId } from '../../../kernel/ids.js'
import type { PersonId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { personEnded } from '../events.js'
import type { ExistingResponsibility } from '../import/existing.js'
import type { ImportPlan } from '../import/plan/import-plan.js'
import type { ImportedPerson } from '../import/roster.js'
import { sourceKey } from '../import/roster.js'
import { searchText } from '../queries/person-cards.js'
import type { PeopleTables } from '../schema.js'
import { everyoneSignedIn } from '../sights.js'

/** What an import did, in numbers. */
export interface ImportOutcome {
  readonly [what: string]: number
  readonly added: number
  readonly changed: number
  readonly ended: number
  readonly same: number
}

/** Told how far the import is: steps done of all. A long file shows progress by it. */
export type ImportProgress = (done: number, of: number) => void

const batchSize = 1000

const orNull = <Value>(value: Value | null | undefined): Value | null => value ?? null

/** Row of person as JSON for jsonb_to_recordset: dates as ISO text. */
const personJson = (id: PersonId, person: Omit<ImportedPerson, 'at'>, today: string) => ({
  id,
  kind: person.kind,
  given: person.given ?? '',
  family: person.family ?? '',
  known_as: orNull(person.knownAs),
  born: orNull(person.born),
  class_code: orNull(person.classCode),
  year_group: orNull(person.year),
  job_title: orNull(person.jobTitle),
  email: orNull(person.email),
  phone: orNull(person.phone),
  source: person.source.system,
  source_id: person.source.id,
  started: person.start ?? today,
  ended: orNull(person.end),
  search: searchText(
    [person.family, person.knownAs ?? person.given, person.given, person.classCode].filter(Boolean).join(' '),
  ),
  upn: orNull(person.upn),
  username: orNull(person.username),
  needs: person.needs ?? [],
})

type PersonJson = ReturnType<typeof personJson>

const shape = sql.raw(`AS r (id uuid, kind text, given text, family text, known_as text, born date, class_code text,
  year_group text, job_title text, email text, phone text, source text, source_id text, started date, ended date,
  search text, upn text, username text, needs text[])`)

const columns = sql.raw(
  'id, kind, given, family, known_as, born, class_code, year_group, job_title, email, phone, source, source_id, started, ended, search',
)

async function inBatches<Row>(rows: readonly Row[], work: (batch: readonly Row[]) => Promise<void>): Promise<void> {
  for (let at = 0; at < rows.length; at += batchSize) await work(rows.slice(at, at + batchSize))
}

const run = (tx: Tx, statement: RawBuilder<unknown>): Promise<unknown> => statement.execute(tables<object>(tx))

/** Adds or brings up to date a batch of people, and what fewer may know of them. */
async function upsertPeople(tx: Tx, batch: readonly PersonJson[]): Promise<void> {
  const rows = sql`jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) ${shape}`
  const school = tx.actor.schoolId
  await run(
    tx,
    sql`INSERT INTO person (school_id, ${columns}, recorded_at)
      SELECT ${school}::uuid, ${columns}, ${tx.now}::timestamptz FROM ${rows}
      ON CONFLICT (school_id, id) DO UPDATE SET kind = excluded.kind, given = excluded.given, family = excluded.family,
        known_as = excluded.known_as, born = excluded.born, class_code = excluded.class_code, year_group = excluded.year_group,
        job_title = excluded.job_title, email = excluded.email, phone = excluded.phone, source = excluded.source,
        source_id = excluded.source_id, started = excluded.started, ended = excluded.ended, search = excluded.search`,
  )
  await run(
    tx,
    sql`INSERT INTO person_detail (school_id, id, upn, username, needs) SELECT ${school}::uuid, id, upn, username, needs FROM ${rows}
      ON CONFLICT (school_id, id) DO UPDATE SET upn = excluded.upn, username = excluded.username, needs = excluded.needs`,
  )
}

interface LinkJson {
  readonly id: string
  readonly child_id: PersonId
  readonly adult_id: PersonId
  readonly relationship: string
  readonly parental_responsibility: boolean | null
  readonly contactable: boolean | null
  readonly priority: number
}

const linkJson = (link: ExistingResponsibility): LinkJson => ({
  id: newId<string>(),
  child_id: link.childId,
  adult_id: link.adultId,
  relationship: link.relationship ?? 'other',
  parental_responsibility: link.parentalResponsibility,
  contactable: link.contactable,
  priority: link.priority ?? 9,
})

/** A changed link is a new row from today: who answered for a child on a past day can still be asked. */
const insertLinks = (tx: Tx, batch: readonly LinkJson[]): Promise<unknown> =>
  run(
    tx,
    sql`INSERT INTO responsibility (school_id, id, child_id, adult_id, relationship, parental_responsibility, contactable, priority, started)
      SELECT ${tx.actor.schoolId}::uuid, id, child_id, adult_id, relationship, parental_responsibility, contactable, priority, ${londonDate(tx.now)}::date
      FROM jsonb_to_recordset(${JSON.stringify(batch)}::jsonb) AS r (id uuid, child_id uuid, adult_id uuid, relationship text,
        parental_responsibility boolean, contactable boolean, priority integer)`,
  )

const endLinks = (
  tx: Tx,
  pairs: readonly { readonly childId: PersonId; readonly adultId: PersonId }[],
): Promise<unknown> =>
  run(
    tx,
    sql`UPDATE responsibility SET ended = ${londonDate(tx.now)}::date
      FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS r ("childId" uuid, "adultId" uuid)
      WHERE child_id = r."childId" AND adult_id = r."adultId" AND ended IS NULL`,
  )

/**
 * Carries a plan out, in the caller's one transaction: everything or nothing. Set-based, a thousand rows at a time.
 * Leavers are ended, their accounts close by the event. The caller has had every guard agreed to.
 */
export async function applyImport(
  tx: Tx,
  plan: ImportPlan,
  files: readonly string[],
  progress: ImportProgress = () => {},
): Promise<ImportOutcome> {
  const today = londonDate(tx.now).toString()
  const all = plan.add.length + plan.change.length + plan.responsibilities.add.length
  let done = 0
  const stepped = (count: number): void => progress((done += count), all)
  const ids = await idsBySource(tx)
  const added = plan.add.map((person) => {
    const id = newId<PersonId>(tx.now.epochMilliseconds)
    ids.set(sourceKey(person.source), id)
    return personJson(id, person, today)
  })
  const changed = plan.change.map(({ becomes }) => {
    ids.set(sourceKey(becomes.source), becomes.personId)
    return personJson(becomes.personId, becomes, today)
  })
  await inBatches([...added, ...changed], async (batch) => {
    await upsertPeople(tx, batch)
    stepped(batch.length)
  })
  await changeLinks(tx, plan, ids, stepped)
  await endPeople(tx, plan)
  const outcome = { added: added.length, changed: changed.length, ended: plan.end.length, same: plan.same }
  await noteRun(tx, files, outcome)
  return outcome
}

async function idsBySource(tx: Tx): Promise<Map<string, PersonId>> {
  const rows = await tables<PeopleTables>(tx)
    .selectFrom('person')
    .select(['id', 'source', 'source_id'])
    .where('source', 'is not', null)
    .execute()
  return new Map(
    rows.map(({ id, source, source_id }) => [sourceKey({ system: source ?? '', id: source_id ?? '' }), id]),
  )
}

async function changeLinks(
  tx: Tx,
  { responsibilities }: ImportPlan,
  ids: ReadonlyMap<string, PersonId>,
  stepped: (count: number) => void,
): Promise<void> {
  const changed = responsibilities.change.map(({ link }) => link)
  await inBatches([...responsibilities.end, ...changed], async (batch) => void (await endLinks(tx, batch)))
  const added = responsibilities.add.flatMap((link): ExistingResponsibility[] => {
    const [childId, adultId] = [ids.get(sourceKey(link.child)), ids.get(sourceKey(link.adult))]
    return childId && adultId ? [{ ...link, childId, adultId }] : []
  })
  const fresh = [...added, ...responsibilities.change.map(({ becomes }) => becomes)].map(linkJson)
  await inBatches(fresh, async (batch) => {
    await insertLinks(tx, batch)
    stepped(batch.length)
  })
}

/** Leavers by absence are ended here; those whose last day stood in the file have it already, and are announced all the same. */
async function endPeople(tx: Tx, { end, change }: ImportPlan): Promise<void> {
  const told = change.filter(({ fields }) => fields.some(({ field, to }) => field === 'end' && to !== null))
  for (const { becomes } of told) await announce(tx, personEnded, { person: becomes.personId })
  for (const { person, on } of end) {
    await run(tx, sql`UPDATE person SET ended = ${on}::date WHERE id = ${person.personId}`)
    await record(tx, {
      act: 'person.ended',
      about: { table: 'person', id: person.personId },
      sight: everyoneSignedIn,
      details: { on },
    })
    await announce(tx, personEnded, { person: person.personId })
  }
}

async function noteRun(tx: Tx, files: readonly string[], outcome: ImportOutcome): Promise<void> {
  const id = newId<string>(tx.now.epochMilliseconds)
  await tables<PeopleTables>(tx)
    .insertInto('import_run')
    .values({
      school_id: tx.actor.schoolId,
      id,
      started_at: tx.now,
      by_person: tx.actor.personId,
      files: [...files],
      outcome: json(outcome),
    })
    .execute()
  await record(tx, {
    act: 'people.imported',
    about: { table: 'import_run', id },
    sight: everyoneSignedIn,
    details: { ...outcome },
  })
}
