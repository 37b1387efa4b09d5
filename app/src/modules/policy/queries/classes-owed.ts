import { Temporal } from 'temporal-polyfill'
import { academicYear } from '../../../kernel/calendar/academic-year.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import { peopleOf } from '../../people/index.js'
import type { PolicyOwed } from '../events.js'
import { classDeadline } from '../reach/class-deadline.js'
import { reachTasks } from '../reach/reach-tasks.js'
import type { ReachTables } from '../reach-schema.js'
import { classUrl } from '../urls.js'
import type { Version } from './versions.js'

type Pupil = Awaited<ReturnType<typeof peopleOf>>[number]

/** The last years of a key stage: their children move up or leave in July. */
const moving: readonly string[] = ['2', '6']

/**
 * Classes that are still to be taken through the policy: each once a school year, by the class deadline, and those that
 * move up or leave once more in the summer, from June to the end of July. Owed by whoever teaches the class, else by the
 * policy's owner.
 */
export async function classesOwed(
  tx: ReadTx,
  version: Version,
  owner: PostId,
  aspects: ReadonlySet<string>,
): Promise<readonly PolicyOwed[]> {
  const today = londonDate(tx.now)
  const year = academicYear(today)
  const summer = Temporal.PlainDate.from({ year: year.starts + 1, month: 6, day: 1 })
  const leaving = aspects.has('transition') && Temporal.PlainDate.compare(today, summer) >= 0
  const pupils = await peopleOf(tx, ['pupil'])
  const staff = await peopleOf(tx, ['staff'])
  const owe = async (kind: 'class' | 'transition', group: readonly Pupil[], by: Temporal.PlainDate) =>
    (await classesWithout(tx, kind, codesOf(group), year.from)).map((code): PolicyOwed => {
      const teacher = staff.find(({ classCode }) => classCode === code)
      return {
        key: `${reachTasks}${kind === 'class' ? 'class' : 'move'}:${code}`,
        kind: 'meet-class',
        post: teacher ? null : owner,
        person: teacher?.id ?? null,
        about: { table: 'pack_activation', id: version.id },
        label: kind === 'class' ? code : `${code}, before they move on`,
        url: classUrl({ class: code }),
        dueOn: by.toString(),
      }
    })
  const movers = pupils.filter(({ yearGroup }) => yearGroup !== null && moving.includes(yearGroup))
  return [
    ...(aspects.has('class-introduction') ? await owe('class', pupils, classDeadline(year.starts, version.from)) : []),
    ...(leaving ? await owe('transition', movers, summer.with({ month: 7, day: 31 })) : []),
  ]
}

const codesOf = (pupils: readonly Pupil[]): readonly string[] => [
  ...new Set(pupils.flatMap(({ classCode }) => (classCode ? [classCode] : []))),
]

async function classesWithout(
  tx: ReadTx,
  kind: 'class' | 'transition',
  codes: readonly string[],
  since: Temporal.PlainDate,
): Promise<readonly string[]> {
  const met = await tables<ReachTables>(tx)
    .selectFrom('policy_session')
    .select('class_code')
    .where('kind', '=', kind)
    .where('held_on', '>=', since)
    .execute()
  const held = new Set(met.map(({ class_code }) => class_code))
  return codes.filter((code) => !held.has(code))
}
