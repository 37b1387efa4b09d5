import type { Temporal } from 'temporal-polyfill'
import { askedOf, standingOf } from '../../../engine/agreements/standing.js'
import type { EndingFact, SignatureFact, Standing } from '../../../engine/agreements/standing.js'
import { hashOfText, textOf } from '../../../engine/agreements/text.js'
import type { Agreement } from '../../../engine/packs/schema/sections.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import { adultsFor, calendarOf } from '../../people/index.js'
import type { RosterPerson } from '../../people/index.js'
import type { AgreementTables } from '../schema.js'

/** How one agreement stands for one person. */
export interface PersonStanding {
  readonly person: RosterPerson
  readonly agreement: Agreement
  readonly standing: Standing
}

type Asking = (person: RosterPerson) => readonly Agreement[]

/** Everything remembered of some agreements at `tx.now`, gathered in a handful of queries whatever the number of people. */
async function remembered(tx: ReadTx, ids: readonly PersonId[] | null) {
  const db = tables<AgreementTables>(tx)
  let signatures = db
    .selectFrom('agreement_signature')
    .select([
      'id',
      'agreement',
      'subject_id',
      'role',
      'signer_id',
      'version',
      'sense',
      'signed_at',
      'accepted_at',
      'answers',
    ])
    .where('subject_id', 'is not', null)
    .where('signed_at', '<=', tx.now)
    .where((eb) => eb.or([eb('voided_at', 'is', null), eb('voided_at', '>', tx.now)]))
  let endings = db
    .selectFrom('agreement_ending')
    .select(['agreement', 'subject_id', 'role', 'kind', 'at'])
    .where('at', '<=', tx.now)
  if (ids) {
    const some = ids.length > 0 ? ids : (['00000000-0000-7000-8000-000000000000'] as unknown as PersonId[])
    signatures = signatures.where('subject_id', 'in', some)
    endings = endings.where('subject_id', 'in', some)
  }
  const texts = await db.selectFrom('agreement_text').select(['hash', 'since']).where('since', '<=', tx.now).execute()
  return { signatures: await signatures.execute(), endings: await endings.execute(), texts }
}

const keyOf = (subject: string | null, agreement: string): string => `${subject ?? ''} ${agreement}`

function grouped<Row, Fact>(rows: readonly Row[], key: (row: Row) => string, fact: (row: Row) => Fact) {
  const groups = new Map<string, Fact[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(fact(row))
    else groups.set(key(row), [fact(row)])
  }
  return groups
}

/**
 * How every asked agreement stands for each of these people at `tx.now`. `asking` says which agreements to look at; left
 * out, those the pack asks of each by kind and year.
 */
export async function standingsOf(
  tx: ReadTx,
  pack: Pack,
  people: readonly RosterPerson[],
  asking: Asking = (person) => askedOf(pack.agreements, person),
): Promise<readonly PersonStanding[]> {
  const all = people.length > 60
  const ids = people.map(({ id }) => id)
  const { signatures, endings, texts } = await remembered(tx, all ? null : ids)
  const calendar = await calendarOf(tx)
  const signed = grouped(
    signatures,
    ({ subject_id, agreement }) => keyOf(subject_id, agreement),
    (row): SignatureFact => ({
      id: row.id,
      role: row.role,
      signer: row.signer_id,
      version: row.version,
      sense: row.sense,
      at: row.signed_at,
      accepted: row.accepted_at !== null && row.accepted_at.epochMilliseconds <= tx.now.epochMilliseconds,
      answers: row.answers,
    }),
  )
  const ended = grouped(
    endings,
    ({ subject_id, agreement }) => keyOf(subject_id, agreement),
    ({ role, kind, at }): EndingFact => ({ role, kind, at }),
  )
  const since = new Map<string, Temporal.Instant>(texts.map((text) => [text.hash, text.since]))
  const parents = await parentsOf(tx, pack, people)
  return people.flatMap((person) =>
    asking(person).map((agreement) => ({
      person,
      agreement,
      standing: standingOf(agreement, {
        calendar,
        now: tx.now,
        signatures: signed.get(keyOf(person.id, agreement.id)) ?? [],
        endings: ended.get(keyOf(person.id, agreement.id)) ?? [],
        parents: parents.get(person.id) ?? [],
        textSince: since.get(currentHash(agreement)) ?? null,
      }),
    })),
  )
}

const hashes = new WeakMap<Agreement, string>()

/** The hash of an agreement's English text; packs are frozen, so it is reckoned once. */
function currentHash(agreement: Agreement): string {
  const known = hashes.get(agreement) ?? hashOfText(textOf(agreement, 'en'))
  hashes.set(agreement, known)
  return known
}

/** Parents with parental responsibility, by child; asked only where some agreement needs both. */
async function parentsOf(tx: ReadTx, pack: Pack, people: readonly RosterPerson[]) {
  if (!pack.agreements.some(({ signers }) => signers.includes('both-parents'))) return new Map<PersonId, PersonId[]>()
  const adults = await adultsFor(
    tx,
    people.filter(({ kind }) => kind === 'pupil').map(({ id }) => id),
  )
  const parents = new Map<PersonId, PersonId[]>()
  for (const { child, adult, parental_responsibility } of adults)
    if (parental_responsibility === true) parents.set(child, [...(parents.get(child) ?? []), adult])
  return parents
}
