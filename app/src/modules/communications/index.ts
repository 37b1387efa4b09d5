/** What later modules may use of communications. */
export { closeTask, moveTask, openTask, resight } from './commands/open-task.js'
export type { OpenTask } from './commands/open-task.js'
export { tell } from './commands/tell.js'
export type { Telling } from './commands/tell.js'
export type { NotificationKind, TaskKind } from './kinds.js'
export { markRead, myNotifications } from './queries/my-notifications.js'
export { myTasks } from './queries/my-tasks.js'
export type { MyTask } from './queries/my-tasks.js'
