import { sql } from 'kysely'
import type { DutyTables } from '../../engine/duties/schema.js'
import type { SubjectAccess } from '../../engine/module.js'
import type { NoticeTables } from '../../engine/notices/schema.js'
import type { RegisterTables } from '../../engine/registers/schema.js'
import { tables } from '../../kernel/db/tx.js'
import type { ReadTx } from '../../kernel/db/tx.js'
import type { PersonId } from '../../kernel/ids.js'

type Lines = Awaited<ReturnType<SubjectAccess['gather']>>

/** Entries that name the person, what they answered as the holder of a post, and which notices they were shown. */
export const recordsSubjectAccess: SubjectAccess = {
  tables: [
    { table: 'register_entry', person: ['persons'] },
    { table: 'register_version', person: ['persons', 'by_person'] },
    { table: 'duty_call', person: ['person_id'] },
    { table: 'duty_answer', person: ['by_person'] },
    { table: 'notice_receipt', person: ['person_id', 'by_person'] },
  ],
  gather: async (tx, person) => {
    const all = [
      ...(await entriesNamed(tx, person)),
      ...(await answersBy(tx, person)),
      ...(await noticesOf(tx, person)),
    ]
    return all.toSorted((a, b) => a.at.epochMilliseconds - b.at.epochMilliseconds)
  },
}

async function entriesNamed(tx: ReadTx, person: PersonId): Promise<Lines> {
  const rows = await tables<RegisterTables>(tx)
    .selectFrom('register_version')
    .select(['register', 'act', 'title', 'answers', 'at'])
    .where(sql<boolean>`persons @> ARRAY[${person}::uuid]`)
    .execute()
  return rows.map(({ register, act, title, answers, at }) => ({
    at,
    words: `Register “${register}”, ${act}: ${title} ${JSON.stringify(answers)}`,
  }))
}

async function answersBy(tx: ReadTx, person: PersonId): Promise<Lines> {
  const rows = await tables<DutyTables>(tx)
    .selectFrom('duty_answer')
    .select(['asked', 'words', 'as_post', 'at'])
    .where('by_person', '=', person)
    .execute()
  return rows.map(({ asked, words, as_post, at }) => ({ at, words: `As ${as_post}, to “${asked}”: ${words}` }))
}

async function noticesOf(tx: ReadTx, person: PersonId): Promise<Lines> {
  const rows = await tables<NoticeTables>(tx)
    .selectFrom('notice_receipt')
    .select(['notice', 'act', 'how', 'at'])
    .where('person_id', '=', person)
    .execute()
  return rows.map(({ notice, act, how, at }) => ({ at, words: `Notice “${notice}” ${act} (${how})` }))
}
