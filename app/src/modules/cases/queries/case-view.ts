import type { Temporal } from 'temporal-polyfill'
import { agencyOf } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import { rememberingAnswers } from '../../../kernel/db/transaction.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import { sliceOf } from '../../../kernel/paging.js'
import type { Slice } from '../../../kernel/paging.js'
import { concernsOfCase } from '../../concerns/index.js'
import type { ConcernCard } from '../../concerns/index.js'
import { calendarOf, personCards } from '../../people/index.js'
import type { PersonCard } from '../../people/index.js'
import { packByHash } from '../../policy/index.js'
import { whoLooked } from '../commands/note-view.js'
import type { Look } from '../commands/note-view.js'
import type { ActionRow, AgencyContactRow, CasePersonRow, CaseRow, CaseTables, DutyRow } from '../schema.js'
import { childrenOf } from './children-of.js'
import type { CaseChild } from './children-of.js'
import { chronologyOf } from './chronology-of.js'
import type { RecordAsked, Recorded } from './chronology-of.js'
import { pathOf } from './path-of.js'
import type { CasePath } from './path-of.js'
import { whatIsOpen } from './what-is-open.js'
import type { OpenThing } from './what-is-open.js'

/** Everything that the page of one case shows. */
export interface CaseView {
  readonly row: CaseRow
  readonly pack: Pack
  readonly now: Temporal.Instant
  readonly calendar: SchoolCalendar
  readonly nextDue: Temporal.Instant | null
  /** One page of its record, newest first; all of it where it is printed. */
  readonly recorded: Slice<Recorded>
  readonly path: CasePath | null
  readonly people: readonly CasePersonRow[]
  readonly children: readonly CaseChild[]
  readonly agencies: readonly AgencyContactRow[]
  readonly actions: readonly ActionRow[]
  readonly concerns: readonly ConcernCard[]
  readonly links: readonly { readonly id: string; readonly number: string; readonly why: string }[]
  readonly looks: readonly Look[]
  readonly open: readonly OpenThing[]
  /** Everybody whom the page names, by id. */
  readonly cards: ReadonlyMap<PersonId, PersonCard>
}

/**
 * Gathers a case for its page, as the actor may see it, with as much of its record as is asked for. Several parts of the
 * page ask for the same rows; the database is asked once, and all at once.
 */
export async function caseView(given: ReadTx, row: CaseRow, asked: RecordAsked): Promise<CaseView> {
  const tx = rememberingAnswers(given)
  const pack = await packByHash(tx, row.pack_hash)
  const [recorded, path, people, children, agencies, actions] = await Promise.all([
    chronologyOf(tx, row, pack, asked),
    pathOf(tx, row, pack),
    rowsOf<CasePersonRow>(tx, 'case_person', row.id),
    childrenOf(tx, row.id),
    rowsOf<AgencyContactRow>(tx, 'agency_contact', row.id),
    rowsOf<ActionRow>(tx, 'case_action', row.id),
  ])
  const [concerns, links, looks, open, duties, calendar] = await Promise.all([
    concernsOfCase(tx, row.id),
    linksOf(tx, row.id),
    whoLooked(tx, row.id),
    row.state === 'open' ? whatIsOpen(tx, row) : [],
    rowsOf<DutyRow>(tx, 'case_duty', row.id),
    calendarOf(tx),
  ])
  const slice = sliceOf(recorded, asked.place, asked.size, ({ id }) => id)
  const parts = { recorded: slice, path, people, children, agencies, actions, concerns, links, looks, open }
  const cards = await personCards(tx, namedIn(row, parts))
  return { row, pack, now: tx.now, calendar, nextDue: nextDueOf(duties), ...parts, cards }
}

const nextDueOf = (duties: readonly DutyRow[]): Temporal.Instant | null =>
  duties
    .flatMap(({ due_at, met_at }) => (due_at !== null && met_at === null ? [due_at] : []))
    .toSorted((a, b) => a.epochMilliseconds - b.epochMilliseconds)[0] ?? null

type Parts = Pick<CaseView, 'recorded' | 'people' | 'actions' | 'looks' | 'path'>

function namedIn(row: CaseRow, { recorded, people, actions, looks, path }: Parts): readonly PersonId[] {
  const ids = [
    row.lead,
    ...row.sight_persons,
    ...recorded.rows.flatMap(({ by, before }) => [by, ...before.map((one) => one.by)]),
    ...people.map(({ person_id }) => person_id),
    ...actions.map(({ owner }) => owner),
    ...looks.map(({ person }) => person),
    ...(path?.done.map(({ entry }) => entry.by) ?? []),
  ]
  return ids.flatMap((id) => (id === null ? [] : [id]))
}

async function rowsOf<Row>(tx: ReadTx, table: keyof CaseTables, caseId: string): Promise<readonly Row[]> {
  const db = tables<Record<string, Record<string, unknown>>>(tx)
  const rows = await db.selectFrom(table).selectAll().where('case_id', '=', caseId).orderBy('id').execute()
  return rows as unknown as readonly Row[]
}

/** Cases linked either way, of those that the actor may see. */
async function linksOf(tx: ReadTx, caseId: string): Promise<CaseView['links']> {
  const rows = await tables<CaseTables>(tx)
    .selectFrom('case_link')
    .innerJoin('case_file', (join) =>
      join
        .onRef('case_file.school_id', '=', 'case_link.school_id')
        .on((eb) =>
          eb.or([
            eb('case_file.id', '=', eb.ref('case_link.other_id')),
            eb('case_file.id', '=', eb.ref('case_link.case_id')),
          ]),
        ),
    )
    .select(['case_file.id', 'number', 'why'])
    .where((eb) => eb.or([eb('case_link.case_id', '=', caseId), eb('other_id', '=', caseId)]))
    .where('case_file.id', '<>', caseId)
    .execute()
  return rows
}

/** The agency's title, for a row. */
export const agencyTitle = (pack: Pack, { agency }: Pick<AgencyContactRow, 'agency'>): string =>
  agencyOf(pack, agency)?.title ?? agency
