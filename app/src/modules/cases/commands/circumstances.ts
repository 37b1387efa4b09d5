import { Temporal } from 'temporal-polyfill'
import { postOf } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { Circumstances } from '../../../engine/procedures/index.js'
import type { Actor } from '../../../kernel/actor.js'
import { deadline } from '../../../kernel/calendar/deadline.js'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import { spanOf } from '../../../kernel/calendar/span.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { CaseRow } from '../schema.js'

/** What the engine cannot know: who the actor is in this case, and what the school's calendar says. */
export function circumstancesOf(tx: ReadTx, row: CaseRow, pack: Pack, calendar: SchoolCalendar): Circumstances {
  return {
    mayActAs: (post, inPerson) => mayActAs(tx.actor, row, pack, { post, inPerson }),
    waitIsOver: (span, since) =>
      Temporal.Instant.compare(deadline(calendar, Temporal.Instant.from(since), spanOf(span)), tx.now) <= 0,
  }
}

/**
 * Whoever acts in the post; a deputy of it who leads the case, because the deputies are meant wherever the post is
 * (004-053); and, unless it must be done in person, the lead, who writes down what somebody else did.
 */
function mayActAs(
  { posts, personId }: Actor,
  row: CaseRow,
  pack: Pack,
  { post, inPerson }: { readonly post: CaseRow['sight_posts'][number]; readonly inPerson: boolean },
): boolean {
  if (posts.has(post)) return true
  if (personId === null || personId !== row.lead) return false
  const deputies = postOf(pack, post)?.deputies ?? []
  return !inPerson || deputies.some((deputy) => posts.has(deputy))
}
