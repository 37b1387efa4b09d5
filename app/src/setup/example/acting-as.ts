import type { Temporal } from 'temporal-polyfill'
import { workerIn } from '../../kernel/actor.js'
import { fixedClock } from '../../kernel/calendar/clock.js'
import type { Db } from '../../kernel/db/database.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import type { Tx } from '../../kernel/db/tx.js'
import type { PostId, SchoolId } from '../../kernel/ids.js'
import { collectJobs } from '../../kernel/jobs/collected.js'
import { holdersOf } from '../../modules/people/index.js'
import { actorOf } from '../../modules/policy/index.js'

/** A post of the pack by its id. */
export const post = (id: string): PostId => id as PostId
/** Does something at a moment as a holder of a post: the nth of them, the first unless told. */
export type As = <R>(on: Temporal.PlainDate, who: string, work: (tx: Tx) => Promise<R>, nth?: number) => Promise<R>

/** Acts in the example school at ten past four on any day. Throws where nobody holds the post. */
export function actingIn(db: Db, school: SchoolId): As {
  return async (on, who, work, nth = 0) => {
    const at = on.toZonedDateTime({ timeZone: 'Europe/London', plainTime: '16:10' }).toInstant()
    const then: Db = { ...db, clock: fixedClock(at), jobs: collectJobs() }
    const actor = await reading(then, workerIn(school), async (tx) => {
      const holder = (await holdersOf(tx, [post(who)]))[nth]
      if (!holder) throw new Error(`Nobody of the example school holds ${who}`)
      return actorOf(tx, holder.person)
    })
    return inSchool(then, actor, work)
  }
}
