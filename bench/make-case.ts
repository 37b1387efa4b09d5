import { nextStep } from '../app/src/engine/procedures/index.js'
import { choicesAt, whatDecides } from '../app/src/engine/procedures/choices.js'
import type { Actor } from '../app/src/kernel/actor.js'
import type { Db } from '../app/src/kernel/db/database.js'
import { inSchool } from '../app/src/kernel/db/in-school.js'
import type { PersonId } from '../app/src/kernel/ids.js'
import { Refusal } from '../app/src/kernel/refusal.js'
import { openExampleCase } from '../app/src/modules/cases/case.examples.js'
import { addEntry, caseOf, enterStep } from '../app/src/modules/cases/index.js'
import { runningIn } from '../app/src/modules/cases/queries/progress-of.js'

/** Longer than any of our cases: a long-running one read from end to end. */
const entries = 200
const procedure = 'shared-image'

/** Takes up a case with two hundred entries, its procedure half-way. Returns its id. */
export async function makeCase(db: Db, lead: Actor, child: PersonId): Promise<string> {
  const opened = await openExampleCase(db, lead.schoolId, lead, { procedure, child })
  await inSchool(db, lead, async (tx) => {
    for (let number = 1; number <= entries; number++)
      await addEntry(tx, opened.case, {
        kind: 'fact',
        words: `Entry ${number}. Rang home and spoke with the child’s mother. She has the tablet and will bring it in.`,
        happenedAt: tx.now.subtract({ hours: entries - number }),
      })
  })
  const steps = await stepsOf(db, lead, opened.case)
  for (let done = 0; done < steps / 2 && (await enterNext(db, lead, opened.case)); done++);
  return opened.case
}

const stepsOf = (db: Db, lead: Actor, id: string): Promise<number> =>
  inSchool(db, lead, async (tx) => (await runningIn(tx, await caseOf(tx, id)))?.procedure.steps.length ?? 0)

/** Enters the step in hand by the first answer that is taken; false where the lead may take none. */
async function enterNext(db: Db, lead: Actor, id: string): Promise<boolean> {
  const offers = await inSchool(db, lead, async (tx) => {
    const running = await runningIn(tx, await caseOf(tx, id))
    const step = running && nextStep(running.procedure, running.progress)
    return running && step ? choicesAt(step, whatDecides(running.procedure)) : []
  })
  for (const offer of offers) {
    try {
      await inSchool(db, lead, (tx) => enterStep(tx, id, offer))
      return true
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault
    }
  }
  return false
}
