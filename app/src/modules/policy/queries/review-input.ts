import type { Deps } from '../../../engine/deps.js'
import type { ClauseVerdict } from '../../../engine/clauses/clause-state.js'
import { workerIn } from '../../../kernel/actor.js'
import { reading } from '../../../kernel/db/in-school.js'
import type { SchoolId } from '../../../kernel/ids.js'
import { policyStates } from './clause-states.js'

const words: Readonly<Partial<Record<ClauseVerdict, string>>> = {
  kept: 'kept',
  due: 'due',
  broken: 'not kept',
  attested: 'on somebody’s word',
  unknown: 'not known',
  unbuilt: 'not checked by Hedgerow yet',
}

/** The figures a review looks at, as they are today: how the promises stand, and every measure of the last twelve months. No names. */
export async function reviewInput(deps: Deps, school: SchoolId): Promise<readonly string[]> {
  const now = deps.db.clock.now()
  const states = await policyStates(deps, school, now)
  const counts = Map.groupBy([...(states?.states.values() ?? [])], ({ verdict }) => verdict)
  const promises = (Object.keys(words) as ClauseVerdict[]).flatMap((verdict) => {
    const count = counts.get(verdict)?.length ?? 0
    return count > 0 ? [`${count} ${count === 1 ? 'promise' : 'promises'} ${words[verdict] ?? ''}`] : []
  })
  const from = now.subtract({ hours: 24 * 365 })
  const measures = await reading(deps.db, workerIn(school), async (tx) => {
    const lines: string[] = []
    for (const { title, count } of deps.modules.flatMap((module) => module.measures))
      lines.push(`${title}, last twelve months: ${await count(tx, from, now)}`)
    return lines
  })
  return [...promises, ...measures]
}
