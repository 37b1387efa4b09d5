import type { Temporal } from 'temporal-polyfill'
import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import type { PersonId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import type { RosterPerson } from '../../people/index.js'
import { activePack } from '../../policy/index.js'
import type { AgreementTables } from '../schema.js'
import { agreementSight } from '../sights.js'

export interface HeldTraining {
  readonly title: string
  readonly on: Temporal.PlainDate
  readonly classCode: string | null
  /** Everybody it was for. */
  readonly people: readonly Pick<RosterPerson, 'id' | 'kind'>[]
  readonly absent: readonly PersonId[]
}

/** Records that awareness training was held, who was there and who was not. A day to come is refused: it has not happened. */
export async function holdTraining(tx: Tx, { title, on, classCode, people, absent }: HeldTraining): Promise<string> {
  if (on.until(londonDate(tx.now)).sign < 0) throw new Refusal('invalid', 'Record it once it has been held.', 'on')
  if (people.length === 0) throw new Refusal('invalid', 'Say whom it was held for.', 'whom')
  const id = newId(tx.now.epochMilliseconds) as string
  const db = tables<AgreementTables>(tx)
  const school_id = tx.actor.schoolId
  const session = { school_id, id, title, held_on: on, class_code: classCode }
  await db
    .insertInto('awareness_session')
    .values({ ...session, recorded_by: tx.actor.personId, recorded_at: tx.now })
    .execute()
  const rows = people.map(({ id: person_id, kind }) => ({
    school_id,
    session_id: id,
    person_id,
    about_pupil: kind === 'pupil',
    attended: !absent.includes(person_id),
    held_on: on,
    recorded_at: tx.now,
  }))
  await db.insertInto('awareness_attendance').values(rows).execute()
  const { pack } = await activePack(tx)
  const details = { there: people.length - absent.length, absent: absent.length }
  await record(tx, {
    act: 'awareness.held',
    about: { table: 'awareness_session', id },
    sight: agreementSight(pack),
    details,
  })
  return id
}
