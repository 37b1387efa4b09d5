import type { Diary } from '../../../engine/diary.js'
import { myTasks } from '../queries/my-tasks.js'

/** Everything the actor owes by a time. A task's reference is left out: a calendar may lie with a stranger. */
export const myDeadlines: Diary = async (tx) => {
  const tasks = await myTasks(tx)
  return tasks.flatMap(({ id, words, url, due_at }) => (due_at ? [{ id, words, url, when: due_at }] : []))
}
