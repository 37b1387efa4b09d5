import { Temporal } from 'temporal-polyfill'
import { answerDuty } from '../../../engine/duties/answer-duty.js'
import { instancesIn } from '../../../engine/duties/instances.js'
import { callsOf } from '../../../engine/duties/read-duties.js'
import { receive } from '../../../engine/notices/receipts.js'
import { versionsAt } from '../../../engine/notices/write-versions.js'
import { membersOf } from '../../../modules/people/index.js'
import { activePack } from '../../../modules/policy/index.js'
import { callWhatIsDue } from '../../../modules/records/index.js'
import type { PersonId } from '../../../kernel/ids.js'
import type { RecordMaker } from './record-maker.js'

/** The few who have not read this year's notices yet: every thirty-first of those who hold no post. */
const isSlow = (maker: RecordMaker, person: PersonId, place: number): boolean =>
  place % 31 === 5 && !maker.holdsPost(person)

/** Answers whatever is open on a day, as the post that owes it. */
async function answerAll(maker: RecordMaker, day: Temporal.PlainDate): Promise<void> {
  const duties = maker.deps.modules.flatMap(({ duties: all = [] }) => all)
  const open = await maker.on(day, 'headteacher', async (tx) => {
    const { pack } = await activePack(tx)
    return duties.flatMap((duty) => instancesIn(pack, duty))
  })
  for (const { duty, key, post, asks } of open)
    await maker.on(day, post, async (tx) => {
      for (const call of await callsOf(tx, duty.id, key))
        if (call.answered_at === null)
          await answerDuty(tx, call.id, {
            outcome: 'done',
            words: 'Looked at it with the deputy. It holds; notes are in the shared drive.',
            asked: asks,
            asDeputy: false,
          })
    })
}

/** A training day: everybody but a few signs for what they read. */
async function trainingDay(maker: RecordMaker, day: Temporal.PlainDate): Promise<void> {
  for (const notice of maker.deps.modules.flatMap(({ notices = [] }) => notices))
    await maker.on(day, 'dsl', async (tx) => {
      for (const version of (await versionsAt(tx, notice.id)).values()) {
        const withoutAccount = ['any-pupil', 'any-parent', 'any-visitor'].includes(version.audience)
        const people = (await membersOf(tx, version.audience)).map(({ person }) => person)
        const persons = people.filter((person, place) => !isSlow(maker, person, place))
        if (persons.length > 0)
          await receive(tx, notice, {
            version,
            persons,
            act: withoutAccount ? 'shown' : 'acknowledged',
            how: withoutAccount ? 'class' : 'paper',
          })
      }
    })
}

/** Two years of duties and notices: rounds of the worker, answers each spring, a training day each September. */
export async function exampleDuties(
  maker: RecordMaker,
  begins: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Promise<void> {
  const round = (day: Temporal.PlainDate) => callWhatIsDue(maker.depsOn(day), maker.school)
  await round(begins)
  for (let year = begins; Temporal.PlainDate.compare(year, today) < 0; year = year.add({ years: 1 })) {
    await round(year)
    const day = year.add({ days: 6 })
    if (Temporal.PlainDate.compare(day, today) >= 0) break
    await trainingDay(maker, day)
    await answerAll(maker, day)
  }
  await round(today.subtract({ days: 1 }))
}
