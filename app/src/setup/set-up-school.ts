import type { Deps } from '../engine/deps.js'
import { sourceKey } from '../modules/people/index.js'
import { createAccount } from '../modules/access/index.js'
import { judgePolicy } from '../modules/policy/index.js'
import type { SchoolId } from '../kernel/ids.js'
import { makeSchool } from './make-school.js'
import type { PlannedSchool } from './plan-school.js'

/** A slip for somebody's first sign-in. The code is shown once and kept nowhere. */
export interface FirstSlip {
  readonly name: string
  readonly username: string
  readonly code: string
}

/** Makes the planned school with its first sign-ins: all of it or nothing. Then its promises are judged for the first time. */
export async function setUpSchool(
  deps: Deps,
  { plan, signIns }: PlannedSchool,
): Promise<{ readonly school: SchoolId; readonly slips: readonly FirstSlip[] }> {
  const { school, made } = await makeSchool(deps.db, plan, async (tx, people) => {
    const slips: FirstSlip[] = []
    for (const { person, username } of signIns) {
      const id = people.get(sourceKey(person.source))
      if (id)
        slips.push({ name: person.name, username, code: await createAccount(tx, deps.keys, { person: id, username }) })
    }
    return slips
  })
  await judgePolicy(deps, school)
  return { school, slips: made }
}
