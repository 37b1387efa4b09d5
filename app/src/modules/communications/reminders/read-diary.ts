import type { Deps } from '../../../engine/deps.js'
import type { DiaryEntry } from '../../../engine/diary.js'
import { publicIn, workerIn } from '../../../kernel/actor.js'
import { reading } from '../../../kernel/db/in-school.js'
import type { SchoolId } from '../../../kernel/ids.js'
import { actorOf } from '../../policy/index.js'
import { whoseCalendar } from './choices.js'

/**
 * The diary that an address opens: what every module says is coming for its person, read as that person is now. Null for
 * an address that opens nothing, one that was taken back, or a person who has left.
 */
export async function diaryBehind(deps: Deps, school: SchoolId, hash: string): Promise<readonly DiaryEntry[] | null> {
  const person = await reading(deps.db, publicIn(school, hash), whoseCalendar)
  if (!person) return null
  const actor = await reading(deps.db, workerIn(school), (tx) => actorOf(tx, person))
  if (actor.posts.size === 0) return null
  const diaries = deps.modules.flatMap(({ diary }) => diary ?? [])
  const entries = await reading(deps.db, actor, (tx) => Promise.all(diaries.map((diary) => diary(tx, deps.modules))))
  return entries.flat()
}
