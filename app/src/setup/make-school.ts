import type { Temporal } from 'temporal-polyfill'
import type { LoadedPack } from '../engine/packs/pack.js'
import { settingUp } from '../kernel/actor.js'
import type { SchoolCalendar } from '../kernel/calendar/school-calendar.js'
import type { Db } from '../kernel/db/database.js'
import { inSchool } from '../kernel/db/in-school.js'
import type { Tx } from '../kernel/db/tx.js'
import type { PersonId, PostId, SchoolId } from '../kernel/ids.js'
import { addSchool, newSchoolId } from '../kernel/school.js'
import { appoint, applyImport, peopleBySource, setCalendar, sourceKey } from '../modules/people/index.js'
import type { ImportPlan } from '../modules/people/index.js'
import { activatePack, answerQuestion } from '../modules/policy/index.js'

/** Somebody who is to hold a post, by the source of their row in the import ('sims', 'S12'). */
export interface PlannedHolder {
  readonly post: PostId
  readonly source: { readonly system: string; readonly id: string }
  readonly from?: Temporal.PlainDate
}

/** Everything that makes a school, gathered and checked before any of it is written. */
export interface SchoolPlan {
  readonly name: string
  readonly slug: string
  readonly phone: string | null
  readonly example: boolean
  readonly pack: LoadedPack
  /** Answers to the pack's questions, by question id. */
  readonly answers: Readonly<Record<string, string>>
  readonly calendar: SchoolCalendar
  readonly people: ImportPlan
  readonly files: readonly string[]
  readonly holders: readonly PlannedHolder[]
  /** First day of the policy; today where left out. */
  readonly from?: Temporal.PlainDate
}

/** What comes after the school itself, in the same transaction: first sign-ins. */
export type AfterSchool<R> = (tx: Tx, people: ReadonlyMap<string, PersonId>) => Promise<R>

/** Makes a school: all of it or none of it. Returns its id and what `after` made. */
export async function makeSchool<R>(
  db: Db,
  plan: SchoolPlan,
  after: AfterSchool<R>,
): Promise<{ readonly school: SchoolId; readonly made: R }> {
  const school = newSchoolId()
  const made = await inSchool(db, settingUp(school), async (tx) => {
    await addSchool(tx, { name: plan.name, slug: plan.slug, example: plan.example, phone: plan.phone })
    await setCalendar(tx, plan.calendar)
    await applyImport(tx, plan.people, plan.files)
    const people = await peopleBySource(tx)
    for (const { post, source, from } of plan.holders) {
      const person = people.get(sourceKey(source))
      if (person) await appoint(tx, { post, person, kind: 'holder', ...(from ? { from } : {}) })
    }
    for (const [question, answer] of Object.entries(plan.answers)) await answerQuestion(tx, question, answer)
    await activatePack(tx, plan.pack, plan.from)
    return after(tx, people)
  })
  return { school, made }
}
