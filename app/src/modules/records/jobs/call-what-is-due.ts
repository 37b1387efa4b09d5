import { Temporal } from 'temporal-polyfill'
import type { Deps } from '../../../engine/deps.js'
import { callDuty } from '../../../engine/duties/call-duty.js'
import { instancesIn } from '../../../engine/duties/instances.js'
import type { DutyInstance } from '../../../engine/duties/duty.js'
import { standingOf, withinOf } from '../../../engine/duties/standing.js'
import { triggersOf } from '../../../engine/duties/timing.js'
import { askingIn } from '../../../engine/notices/asking.js'
import { writeVersions } from '../../../engine/notices/write-versions.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { workerIn } from '../../../kernel/actor.js'
import { deadline } from '../../../kernel/calendar/deadline.js'
import { londonInstant } from '../../../kernel/calendar/london.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import type { Tx } from '../../../kernel/db/tx.js'
import type { PostId, SchoolId } from '../../../kernel/ids.js'
import type { Job, RecurringJob } from '../../../kernel/jobs/job.js'
import { findActivePack, schoolAround } from '../../policy/index.js'
import { audiencesOfClause } from '../audiences-of-clause.js'
import { dutiesOf, noticesOf, registersOf } from '../declared.js'
import { escalate } from '../escalate.js'
import { askToLookAgain } from '../look-again.js'

/**
 * One round of one school: new texts are written down, what is due is called for, what is late is passed on, entries that must be
 * looked at again become tasks. Safe to run twice and at once.
 */
export const callWhatIsDue = (deps: Deps, schoolId: SchoolId): Promise<void> =>
  inSchool(deps.db, workerIn(schoolId), async (tx) => {
    const active = await findActivePack(tx)
    if (!active) return
    const { pack } = active
    for (const notice of noticesOf(deps.modules))
      await writeVersions(tx, notice, {
        pack,
        audiences: [...askingIn(notice, pack).audiences, ...(notice.alsoFor ?? [])],
      })
    for (const instance of dutiesOf(deps.modules).flatMap((duty) => instancesIn(pack, duty))) {
      await callByCalendar(tx, instance)
      await callForPeople(tx, instance, pack)
    }
    await escalate(tx, dutiesOf(deps.modules), pack)
    await askToLookAgain(tx, registersOf(deps.modules))
  })

async function callByCalendar(tx: Tx, instance: DutyInstance): Promise<void> {
  const standing = await standingOf(tx, schoolAround, instance)
  const { occasion, call } = standing ?? { occasion: null, call: null }
  if (!occasion || call || Temporal.Instant.compare(occasion.opens, tx.now) > 0) return
  await callDuty(tx, instance, { period: occasion.period, due: occasion.due, cause: 'calendar' })
}

/** Somebody who joined, or took up the post, since the clause came into force: one call each, ever. */
async function callForPeople(tx: Tx, instance: DutyInstance, pack: Pack): Promise<void> {
  const triggers = triggersOf(instance.params, instance.duty.usual)
  const since = triggers.length > 0 ? await schoolAround.since(tx, instance.clause) : null
  if (!since) return
  const calendar = await schoolAround.calendar(tx)
  for (const cause of triggers) {
    const groups: readonly PostId[] =
      cause === 'joining' ? audiencesOfClause(instance, pack) : cause === 'post-taken-up' ? [instance.post] : []
    for (const { person, since: day } of (
      await Promise.all(groups.map((group) => schoolAround.members(tx, group)))
    ).flat()) {
      const began = londonInstant(day, '00:00')
      if (Temporal.Instant.compare(began, since) < 0) continue
      const due = deadline(calendar, began, withinOf(instance))
      await callDuty(tx, instance, { period: `${cause}-${day.toString()}`, due, cause, person })
    }
  }
}

/** Every ten minutes; a clock of minutes belongs to concerns, not here. */
export const roundOfDuties: RecurringJob<Deps> = { name: 'records.round', cron: '*/10 * * * *', run: callWhatIsDue }

/** Asked for when the policy or who holds a post changed, so that it shows at once. */
export const roundNow: Job<{ readonly schoolId: SchoolId }, Deps> = {
  name: 'records.round-now',
  run: (deps, { schoolId }) => callWhatIsDue(deps, schoolId),
}
