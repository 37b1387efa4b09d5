import type { Module } from '../../engine/module.js'
import { policy } from './migrations/2026-11-23T1010-policy.js'

/** Which policy is in force, what it promises, and how each promise stands. */
export const policyModule: Module = {
  id: 'policy',
  mechanisms: [],
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
  jobs: [],
  recurring: [],
  listens: [],
  routes: () => {},
}
