import { Temporal } from 'temporal-polyfill'
import { deadline } from '../../kernel/calendar/deadline.js'
import { londonInstant } from '../../kernel/calendar/london.js'
import type { SchoolCalendar } from '../../kernel/calendar/school-calendar.js'
import type { ReadTx } from '../../kernel/db/tx.js'
import type { PersonId, PostId } from '../../kernel/ids.js'
import type { Member, SchoolAround } from '../around.js'
import { spanOf } from '../duties/timing.js'
import type { Notice } from './notice.js'
import { receiptsAt } from './receipts.js'
import type { NoticeVersionRow } from './schema.js'
import { versionsAt } from './write-versions.js'

/** Somebody of an audience and how they stand with the version that is in force. */
export interface Reader {
  readonly person: PersonId
  readonly audience: PostId
  readonly version: NoticeVersionRow
  /** When they last did what is asked with this version, or null. */
  readonly done: Temporal.Instant | null
  /** By when they are to do it, or do it again. */
  readonly due: Temporal.Instant
}

export interface Asking {
  readonly audiences: readonly PostId[]
  /** Whether being shown it is enough. */
  readonly act: 'shown' | 'acknowledged'
  readonly renew: 'year' | 'change'
}

const year = { unit: 'month', count: 12 } as const

/** Everybody a notice is for at `tx.now`, with how they stand. Audiences without a version yet have nothing to read. */
export async function readersOf(
  tx: ReadTx,
  around: SchoolAround,
  notice: Notice,
  { audiences, act, renew }: Asking,
): Promise<readonly Reader[]> {
  const calendar = await around.calendar(tx)
  const versions = await versionsAt(tx, notice.id)
  const receipts = await receiptsAt(tx, notice.id, null)
  const last = { shown: newest(receipts, 'shown'), acknowledged: newest(receipts, 'acknowledged') }
  const readers: Reader[] = []
  for (const audience of audiences) {
    const version = versions.get(audience)
    for (const member of version ? await around.members(tx, audience) : []) {
      if (!version) continue
      const receipt = last[actAsked(act, audience)].get(keyOf(member.person, audience))
      const valid = receipt?.version_id === version.id ? receipt.at : null
      const due = dueOf(calendar, { notice, member, version, valid, renew })
      readers.push({ person: member.person, audience, version, done: stands(valid, due, { tx, renew }), due })
    }
  }
  return readers
}

/** Those who sign in to nothing of ours cannot say that they have read it: that they were shown it is all that is asked. */
const withoutAccount: readonly string[] = ['any-pupil', 'any-parent', 'any-visitor']

/** What is asked of somebody of this audience. */
export const actAsked = (act: Asking['act'], audience: PostId): Asking['act'] =>
  withoutAccount.includes(audience) ? 'shown' : act

type Receipt = Awaited<ReturnType<typeof receiptsAt>>[number]

const keyOf = (person: string, audience: string): string => `${audience} ${person}`

/** The newest receipt that counts, by person and audience. Who acknowledged a text has been shown it. */
function newest(receipts: readonly Receipt[], act: Asking['act']): ReadonlyMap<string, Receipt> {
  const counting = receipts.filter((receipt) => act === 'shown' || receipt.act === 'acknowledged')
  const inOrder = counting.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
  return new Map(inOrder.map((receipt) => [keyOf(receipt.person_id, receipt.audience), receipt]))
}

interface Reckoned {
  readonly notice: Notice
  readonly member: Member
  readonly version: NoticeVersionRow
  readonly valid: Temporal.Instant | null
  readonly renew: 'year' | 'change'
}

/** By when: a while after it is new to them, or a year after they last did. */
function dueOf(calendar: SchoolCalendar, { notice, member, version, valid, renew }: Reckoned): Temporal.Instant {
  if (valid && renew === 'year') return deadline(calendar, valid, year)
  const joined = londonInstant(member.since, '00:00')
  const from = Temporal.Instant.compare(joined, version.since) > 0 ? joined : version.since
  return deadline(calendar, from, spanOf(notice.within))
}

/** A yearly word that has run out is none. */
const stands = (
  valid: Temporal.Instant | null,
  due: Temporal.Instant,
  { tx, renew }: { readonly tx: ReadTx; readonly renew: 'year' | 'change' },
): Temporal.Instant | null => (valid && renew === 'year' && Temporal.Instant.compare(due, tx.now) < 0 ? null : valid)
