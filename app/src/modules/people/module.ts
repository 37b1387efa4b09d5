import type { Module } from '../../engine/module.js'
import { checks, checksMechanism } from './registers/checks.js'
import { groupMembers, groups, groupsMechanism } from './registers/groups.js'
import { rooms } from './registers/rooms.js'
import { supplierIssues, suppliers, suppliersMechanism } from './registers/suppliers.js'
import { rosterMechanism } from './mechanisms/roster.js'
import { peopleRoutes } from './routes.js'
import { people } from './migrations/2026-11-23T1000-people.js'
import { findPeopleQuickly } from './migrations/2026-11-26T0425-find-people.js'

/** Who the policy covers, who looks after whom, who holds which post, and when the school is open. */
export const peopleModule: Module = {
  id: 'people',
  mechanisms: [rosterMechanism, suppliersMechanism, groupsMechanism, checksMechanism],
  registers: [rooms, suppliers, supplierIssues, groups, groupMembers, checks],
  permissions: {
    'people.search': 'Find a person by name to put them into a report',
    'people.read': 'See people, their classes and who looks after them',
    'people.import': 'Import people from a file and correct their details',
    'checks.read': 'See background checks and agreements of those who work here',
    'checks.keep': 'Record background checks and agreements',
    'people.posts': 'Say who holds a post, who covers it, and set the school calendar',
  },
  migrations: [people, findPeopleQuickly],
  retention: [
    {
      table: 'person',
      keep: 'until every record that names them has gone',
      from: 'their last day',
      basis: 'UK GDPR Article 6(1)(e): public task',
    },
    {
      table: 'person_detail',
      keep: 'as long as the person’s row',
      from: 'their last day',
      basis: 'UK GDPR Article 6(1)(e): public task',
    },
    { table: 'import_run', keep: '2 years', from: 'the import', basis: 'Shows where a record came from' },
    { table: 'import_mapping', keep: 'for good', from: 'the import', basis: 'No personal data' },
    {
      table: 'responsibility',
      keep: 'as long as the child’s row',
      from: 'the child’s last day',
      basis: 'UK GDPR Article 6(1)(e): public task',
    },
    {
      table: 'post_holding',
      keep: '25 years',
      from: 'the last day in post',
      basis: 'Shows who was responsible when; Limitation Act 1980',
    },
    { table: 'absence', keep: '2 years', from: 'the end of the absence', basis: 'Shows why a deputy acted' },
    {
      table: 'school_calendar',
      keep: 'for good',
      from: 'the day it was set',
      basis: 'Deadlines were reckoned by it; no personal data',
    },
  ],
  subjectAccess: 'holds no personal data',
  sealed: [],
  measures: [],
  jobs: [],
  recurring: [],
  listens: [],
  routes: peopleRoutes,
}
