import type { Pack } from '../../../engine/packs/pack.js'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import { calendarOf, personCards } from '../../people/index.js'
import type { PersonCard } from '../../people/index.js'
import { packByHash } from '../../policy/index.js'
import type { ConcernClockRow, ConcernLinkRow, ConcernRow, ConcernTables } from '../schema.js'
import { peopleOf, statementsOf } from './concern-cards.js'
import type { ConcernPerson, Statement } from './concern-cards.js'
import { concernOf } from './concern-of.js'
import { relatedConcerns } from './related-concerns.js'
import type { RelatedConcern } from './related-concerns.js'
import { talkOf } from './talk-of.js'
import type { Talk } from './talk-of.js'

/** A concern that was linked with this one, from either side. */
export interface LinkedConcern {
  readonly id: string
  readonly reference: string
  readonly why: string
}

/** Everything on the one screen on which a concern is decided. */
export interface ConcernPage {
  readonly concern: ConcernRow
  readonly pack: Pack
  readonly calendar: SchoolCalendar
  readonly statements: readonly Statement[]
  readonly people: readonly ConcernPerson[]
  /** Cards of everybody who is named or wrote. */
  readonly cards: ReadonlyMap<PersonId, PersonCard>
  readonly clocks: readonly Pick<ConcernClockRow, 'clock' | 'due_at' | 'met_at'>[]
  readonly links: readonly LinkedConcern[]
  readonly related: readonly RelatedConcern[]
  readonly talk: Talk | null
}

/** One concern with all that hangs on it. Refuses alike when there is none and when the actor may not see it. */
export async function concernPage(tx: ReadTx, id: string): Promise<ConcernPage> {
  const concern = await concernOf(tx, id)
  const statements = await statementsOf(tx, [id])
  const people = await peopleOf(tx, [id])
  const persons = [
    ...people.map(({ person_id }) => person_id),
    ...statements.map(({ by_person }) => by_person),
    concern.reporter_id,
    concern.acknowledged_by,
    concern.triaged_by,
  ].flatMap((person) => (person ? [person] : []))
  return {
    concern,
    pack: await packByHash(tx, concern.pack_hash),
    calendar: await calendarOf(tx),
    statements,
    people,
    cards: await personCards(tx, persons),
    clocks: await clocksOf(tx, id),
    links: await linksOf(tx, id),
    related: await relatedConcerns(tx, concern),
    talk: await talkOf(tx, id),
  }
}

const clocksOf = (tx: ReadTx, concern: string): Promise<ConcernPage['clocks']> =>
  tables<ConcernTables>(tx)
    .selectFrom('concern_clock')
    .select(['clock', 'due_at', 'met_at'])
    .where('concern_id', '=', concern)
    .orderBy('due_at')
    .execute()

async function linksOf(tx: ReadTx, concern: string): Promise<readonly LinkedConcern[]> {
  const rows = await tables<ConcernTables>(tx)
    .selectFrom('concern_link')
    .select(['concern_id', 'other_id', 'why'])
    .where((eb) => eb.or([eb('concern_id', '=', concern), eb('other_id', '=', concern)]))
    .execute()
  const otherOf = (link: Pick<ConcernLinkRow, 'concern_id' | 'other_id'>): string =>
    link.concern_id === concern ? link.other_id : link.concern_id
  if (rows.length === 0) return []
  const others = await tables<ConcernTables>(tx)
    .selectFrom('concern')
    .select(['id', 'reference'])
    .where('id', 'in', rows.map(otherOf))
    .execute()
  return others.flatMap(({ id, reference }) => {
    const link = rows.find((row) => otherOf(row) === id)
    return link ? [{ id, reference, why: link.why }] : []
  })
}
