import { atSchool } from '../../../test/at-school.js'
import type { Got } from '../../../test/signed-in-routes.js'
import { publicIn, workerIn } from '../../kernel/actor.js'
import type { Actor } from '../../kernel/actor.js'
import { reading } from '../../kernel/db/in-school.js'
import type { PersonId } from '../../kernel/ids.js'
import { reportConcern } from './commands/report-concern.js'
import type { Report } from './commands/report-concern.js'
import { concernsModule } from './module.js'
import { concernOf } from './queries/concern-of.js'
import { exampleReport } from './report.examples.js'

/** What a DSL chooses of a concern before anything else, in a test that says nothing of its own. */
export const decide = { kind: 'conduct/online-bullying', urgency: 'ordinary' }

/** A report's people: one, in this role. */
export const about = (person: PersonId, role = 'harmed') => [{ person, described: null, role }]

/** Where concerns are decided: a school with its pages, and what a test does there again and again. To be called in a `describe`. */
export function atDesk() {
  const here = atSchool(concernsModule)
  return {
    here,
    report: (over: Partial<Report> = {}) => reportConcern(here.t.db, publicIn(here.school.id), exampleReport(over)),
    row: (id: string) => reading(here.t.db, workerIn(here.school.id), (tx) => concernOf(tx, id)),
    pupil: (given: string, classCode = 'Oak') =>
      here.school.add({ kind: 'pupil', given, family: 'Fern', classCode }) as Promise<PersonId>,
    /** Sends a form of a concern's page. */
    act: (as: Actor, id: string, name: string, fields: Record<string, string>): Promise<Got> =>
      here.routes.post(as, `/concerns/${id}/${name}`, fields, `/concerns/${id}`),
  }
}
