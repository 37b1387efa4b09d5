import type { Module } from '../../engine/module.js'
import { on } from '../../kernel/events.js'
import { policyOwed, policyOwedInAll, policySettled } from '../policy/index.js'
import { closeTask } from './commands/open-task.js'
import { oweForPolicy, oweInAll } from './commands/owe-for-policy.js'
import { sendWaiting } from './jobs/send-waiting.js'
import { writeMail } from './jobs/write-mail.js'
import { communicationsRoutes } from './routes.js'
import { staffConduct, staffConductMechanism } from './mechanisms/staff-conduct.js'
import { posters, postersMechanism } from './registers/posters.js'
import { worklistMechanism } from './mechanisms/worklist.js'
import { reminders } from './migrations/2026-11-26T0520-reminders.js'
import { myDeadlines } from './reminders/my-deadlines.js'
import { weeklyMail } from './reminders/weekly-mail.js'
import { communications } from './migrations/2026-11-23T1020-communications.js'

/** Who is told that something waits, what everybody owes, and the mails that leave. */
export const communicationsModule: Module = {
  id: 'communications',
  mechanisms: [worklistMechanism, staffConductMechanism, postersMechanism],
  registers: [posters],
  notices: [staffConduct],
  permissions: { 'communications.outbox': 'See whether mail leaves, and what waits to be sent' },
  migrations: [communications, reminders],
  retention: [
    { table: 'notification', keep: '1 year', from: 'the day it was given', basis: 'Shows that somebody was told' },
    {
      table: 'reminder',
      keep: 'as long as the person',
      from: 'their last day',
      basis: 'How they asked to be reminded; its address opens nothing once they have left',
    },
    { table: 'message', keep: '1 year', from: 'the day it was written', basis: 'Shows that somebody was told' },
    {
      table: 'task',
      keep: 'as long as what it is about',
      from: 'the day it was closed',
      basis: 'Shows who owed what, by when',
    },
  ],
  subjectAccess: 'holds no personal data',
  sealed: [],
  measures: [],
  diary: myDeadlines,
  jobs: [writeMail],
  recurring: [{ name: 'communications.send', cron: '*/5 * * * *', run: sendWaiting }, weeklyMail],
  listens: [on(policyOwed, oweForPolicy), on(policyOwedInAll, oweInAll), on(policySettled, closeTask)],
  routes: communicationsRoutes,
}
