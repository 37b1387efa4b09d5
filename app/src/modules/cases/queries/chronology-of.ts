import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { agencyOf } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId, PostId } from '../../../kernel/ids.js'
import type { Place } from '../../../kernel/paging.js'
import type { Temporal } from 'temporal-polyfill'
import { entryKinds, writtenKinds } from '../entry-kinds.js'
import type { CaseRow, CaseTables, ChronologyRow, EntryKind, ProcedureEntryRow } from '../schema.js'
import { agencyKinds, parentWords } from '../record-words.js'

/** Which part of the chronology an entry belongs to, for showing only some of it. */
export const chronologyParts = ['written', 'decisions', 'outside', 'procedure', 'case'] as const
export type ChronologyPart = (typeof chronologyParts)[number]

/** One thing that is on record, from whichever sealed table. */
export interface Recorded {
  readonly id: string
  readonly part: ChronologyPart
  readonly kind: string
  readonly words: string
  readonly happenedAt: Temporal.Instant
  readonly at: Temporal.Instant
  readonly by: PersonId | null
  readonly asPost: PostId | null
  readonly reasons: string | null
  /** May be corrected on top. Decisions and steps are corrected by deciding or entering again. */
  readonly correctable: boolean
  /** What it said before, newest first. */
  readonly before: readonly Pick<Recorded, 'words' | 'at' | 'by'>[]
}

/** As much of a record as is wanted: one part of it or all, from a place on, so many. */
export interface RecordAsked {
  readonly only: ChronologyPart | null
  readonly place: Place
  readonly size: number
}

/** All of a record, as it is printed. No case has more on record than this in years; beyond it the page would not open. */
export const wholeRecord: RecordAsked = { only: null, place: { after: null, before: null }, size: 10_000 }

/**
 * What is on record of a case, newest first: entries under their corrections, decisions, agencies, parents and steps. One
 * more than was asked for, for the list's own slicing; going back, those nearest to the place come first.
 */
export async function chronologyOf(
  tx: ReadTx,
  row: CaseRow,
  pack: Pack,
  asked: RecordAsked = wholeRecord,
): Promise<readonly Recorded[]> {
  const wanted = (...parts: readonly ChronologyPart[]) => asked.only === null || parts.includes(asked.only)
  const all = await Promise.all([
    wanted('written', 'case') ? entries(tx, row.id, asked) : [],
    wanted('decisions') ? decisions(tx, row.id, asked) : [],
    wanted('outside') ? agencies(tx, row.id, asked, pack) : [],
    wanted('outside') ? parents(tx, row.id, asked) : [],
    wanted('procedure') ? steps(tx, row.id, asked) : [],
  ])
  const back = asked.place.before !== null
  const inOrder = all.flat().toSorted((a, b) => (a.id < b.id === back ? -1 : 1))
  return inOrder.slice(0, asked.size + 1)
}

async function rowsOf<Name extends keyof CaseTables>(
  tx: ReadTx,
  table: Name,
  caseId: string,
  { place: { after, before }, size, of = sql`true` }: RecordAsked & { readonly of?: RawBuilder<unknown> },
): Promise<readonly CaseTables[Name][]> {
  const beyond = after ? sql`id < ${after}::uuid` : before ? sql`id > ${before}::uuid` : sql`true`
  const { rows } = await sql<CaseTables[Name]>`SELECT * FROM ${sql.table(table)}
    WHERE case_id = ${caseId} AND ${beyond} AND ${of}
    ORDER BY id ${before ? sql`ASC` : sql`DESC`} LIMIT ${size + 1}`.execute(tables<CaseTables>(tx))
  return rows
}

/** What a person wrote, as against what Hedgerow notes of the case itself. */
const byHand: readonly EntryKind[] = [...writtenKinds, 'review']

/** First entries of these parts, each under all its corrections, wherever in the record those were written. */
async function entries(tx: ReadTx, caseId: string, asked: RecordAsked): Promise<readonly Recorded[]> {
  const hand = sql`kind = ANY (${byHand}::text[])`
  const of = { written: hand, case: sql`NOT ${hand}`, all: sql`true` }[
    asked.only === 'written' || asked.only === 'case' ? asked.only : 'all'
  ]
  const [firsts, corrections] = await Promise.all([
    rowsOf(tx, 'chronology_entry', caseId, { ...asked, of: sql`corrects IS NULL AND ${of}` }),
    rowsOf(tx, 'chronology_entry', caseId, { ...wholeRecord, of: sql`corrects IS NOT NULL` }),
  ])
  return firsts.map((first) => corrected(first, corrections))
}

/** An entry as it reads now, at the place where it was first written, with everything it said before. */
function corrected(first: ChronologyRow, rows: readonly ChronologyRow[]): Recorded {
  const versions: ChronologyRow[] = [first]
  // A correction may itself be corrected: each lies on the one before.
  for (let newest = first, found: ChronologyRow | undefined = first; found;) {
    found = rows.findLast(({ corrects }) => corrects === newest.id)
    if (found) versions.unshift((newest = found))
  }
  const [now = first, ...before] = versions
  return {
    id: first.id,
    part: byHand.includes(first.kind) ? 'written' : 'case',
    kind: before.length > 0 ? `${entryKinds[first.kind]}, corrected` : entryKinds[first.kind],
    words: now.words,
    happenedAt: first.happened_at,
    at: now.at,
    by: now.by_person,
    asPost: now.as_post,
    reasons: null,
    correctable: true,
    before: before.map(({ words, at, by_person }) => ({ words, at, by: by_person })),
  }
}

type Sealed = Pick<ChronologyRow, 'id' | 'at' | 'by_person'> & { readonly as_post?: PostId | null }

/** What every sealed row says alike: who, when, in which post. */
const base = ({ id, at, by_person, as_post = null }: Sealed) =>
  ({ id, at, happenedAt: at, by: by_person, asPost: as_post, reasons: null, correctable: false, before: [] }) as const

const lines = (...parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join('\n')

async function decisions(tx: ReadTx, caseId: string, asked: RecordAsked): Promise<readonly Recorded[]> {
  const rows = await rowsOf(tx, 'decision', caseId, asked)
  return rows.map((row) => ({
    ...base(row),
    part: 'decisions',
    kind: row.acting ? 'Decision' : 'Decision not to act',
    words: row.decided,
    reasons: row.reasons,
  }))
}

async function agencies(tx: ReadTx, caseId: string, asked: RecordAsked, pack: Pack): Promise<readonly Recorded[]> {
  const rows = await rowsOf(tx, 'agency_contact', caseId, asked)
  return rows.map((row) => ({
    ...base(row),
    part: 'outside',
    kind: `${agencyOf(pack, row.agency)?.title ?? row.agency}: ${agencyKinds[row.kind]}`,
    happenedAt: row.contacted_at,
    words: lines(
      row.words,
      row.spoke_with && `Spoke with: ${row.spoke_with}`,
      row.their_reference && `Their reference: ${row.their_reference}`,
    ),
  }))
}

async function parents(tx: ReadTx, caseId: string, asked: RecordAsked): Promise<readonly Recorded[]> {
  const rows = await rowsOf(tx, 'parents_decision', caseId, asked)
  return rows.map((row) => ({
    ...base(row),
    part: 'outside',
    kind: `Parents: ${parentWords[row.decision].toLowerCase()}`,
    happenedAt: row.told_at ?? row.at,
    words: lines(row.adults, row.how, row.words),
  }))
}

async function steps(tx: ReadTx, caseId: string, asked: RecordAsked): Promise<readonly Recorded[]> {
  const rows = await rowsOf(tx, 'procedure_entry', caseId, asked)
  return rows.map((row) => ({
    ...base(row),
    part: 'procedure',
    kind: row.outcome === 'skipped' ? 'Step left out' : 'Step',
    words: stepWords(row),
  }))
}

/** A step as it was entered, in the words that were on the screen then. */
export function stepWords({ wording, answers, answer_values, reason }: ProcedureEntryRow): string {
  const chosen = answers.map((value) => wording.options[value] ?? value).join(', ')
  const fields = Object.entries(answer_values).map(([id, value]) => `${wording.fields[id] ?? id} ${fieldWords(value)}`)
  return lines(wording.title, chosen, ...fields, reason && `Reason: ${reason}`)
}

const fieldWords = (value: string): string => ({ yes: 'Yes', no: 'No', 'not-known': 'Not known' })[value] ?? value
