import type { Module } from '../../engine/module.js'
import { enqueue } from '../../kernel/jobs/job.js'
import { on } from '../../kernel/events.js'
import type { Tx } from '../../kernel/db/tx.js'
import { absenceChanged, postChanged } from '../people/index.js'
import { packActivated } from './events.js'
import { judgeEveryMinute, policyTouched } from './jobs/judge-policy.js'
import { clauseCheckMechanism } from './mechanisms/clause-check.js'
import { postsMechanism } from './mechanisms/posts.js'
import { policyRoutes } from './routes.js'
import { policy } from './migrations/2026-11-23T1010-policy.js'

const judgeSoon = (tx: Tx): Promise<void> => enqueue(tx, policyTouched, { schoolId: tx.actor.schoolId })

/** Which policy is in force, what it promises, and how each promise stands. */
export const policyModule: Module = {
  id: 'policy',
  mechanisms: [postsMechanism, clauseCheckMechanism],
  permissions: {
    'policy.read': 'Read the policy',
    'policy.activate': 'Put a policy in force',
  },
  migrations: [policy],
  retention: [
    {
      table: 'pack_activation',
      keep: 'for good',
      from: 'activation',
      basis: 'Records were made under it; no personal data',
    },
    {
      table: 'pack_answer',
      keep: 'for good',
      from: 'the answer',
      basis: 'Says which policy was meant; no personal data',
    },
    {
      table: 'clause_turn',
      keep: '7 years',
      from: 'the turn',
      basis: 'Shows whether promises were kept on any past date',
    },
  ],
  subjectAccess: 'holds no personal data',
  sealed: [],
  measures: [],
  jobs: [policyTouched],
  recurring: [judgeEveryMinute],
  listens: [on(postChanged, judgeSoon), on(absenceChanged, judgeSoon), on(packActivated, judgeSoon)],
  routes: policyRoutes,
}
