import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { Diary, DiaryEntry } from '../../engine/diary.js'
import { calendarMonths } from '../../engine/duties/calendar-months.js'
import { instancesIn } from '../../engine/duties/instances.js'
import { standingOf } from '../../engine/duties/standing.js'
import type { Module } from '../../engine/module.js'
import type { Register } from '../../engine/registers/register.js'
import type { RegisterEntryRow, RegisterTables } from '../../engine/registers/schema.js'
import { tables } from '../../kernel/db/tx.js'
import type { ReadTx } from '../../kernel/db/tx.js'
import { findActivePack, schoolAround } from '../policy/index.js'

/** Reviews, meetings and renewals that come to the actor's posts: the next time of each duty, and the days of register entries. */
export const comingUp: Diary = async (tx, modules) => {
  if (tx.actor.posts.size === 0) return []
  const [duties, entries] = await Promise.all([dutiesToCome(tx, modules), entriesToCome(tx, modules)])
  return [...duties, ...entries]
}

/** A duty that has been called for is a task, and stands in the diary as that. */
async function dutiesToCome(tx: ReadTx, modules: readonly Module[]): Promise<readonly DiaryEntry[]> {
  const active = await findActivePack(tx)
  if (!active) return []
  const mine = modules
    .flatMap(({ duties = [] }) => duties)
    .flatMap((duty) => instancesIn(active.pack, duty))
    .filter(({ post }) => tx.actor.posts.has(post))
  const standings = await Promise.all(mine.map((instance) => standingOf(tx, schoolAround, instance)))
  return mine.flatMap(({ duty, key, number }, place) => {
    const standing = standings[place]
    if (!standing?.occasion || standing.call) return []
    const { period, due } = standing.occasion
    const words = `${duty.title}: promise ${number}`
    return [{ id: `duty-${duty.id}-${key}-${period}`, words, url: `/duties/${duty.id}`, when: due }]
  })
}

type Entry = Pick<RegisterEntryRow, 'id' | 'register' | 'reviewed_on' | 'expires_on'>

/** An entry's own name stays out: it may be a person's. */
async function entriesToCome(tx: ReadTx, modules: readonly Module[]): Promise<readonly DiaryEntry[]> {
  const registers = new Map(modules.flatMap((module) => module.registers ?? []).map((one) => [one.id, one]))
  const rows = await tables<RegisterTables>(tx)
    .selectFrom('register_entry')
    .select(['id', 'register', 'reviewed_on', 'expires_on'])
    .where('ended_at', 'is', null)
    .where(sql<boolean>`owner_post = ANY (${[...tx.actor.posts]}::text[])`)
    .limit(500)
    .execute()
  return rows.flatMap((row) => {
    const register = registers.get(row.register)
    return register ? daysOf(row, register) : []
  })
}

function daysOf({ id, reviewed_on, expires_on }: Entry, { title, one, review }: Register): readonly DiaryEntry[] {
  const months = calendarMonths(review ?? '')
  const url = `/registers/entry/${id}`
  const day = (kind: string, words: string, when: Temporal.PlainDate): DiaryEntry => ({
    id: `${kind}-${id}`,
    words: `${title}: a ${one} ${words}`,
    url,
    when,
  })
  return [
    ...(months === null ? [] : [day('review', 'is to be looked at again', reviewed_on.add({ months }))]),
    ...(expires_on ? [day('renewal', 'runs out', expires_on)] : []),
  ]
}
