import type { Retention } from '../../engine/module.js'

const withPolicy = {
  keep: 'for good',
  from: 'the day it was written',
  basis: 'Shows how the policy in force came to be; records were made under it',
}

const whoKnew = {
  keep: 'until 6 years after the person has left',
  from: 'the day it was recorded',
  basis: 'Shows who had been told of which rules; Limitation Act 1980, section 5',
}

export const policyRetention: readonly Retention[] = [
  { table: 'pack_activation', keep: 'for good', from: 'activation', basis: 'Records were made under it' },
  { table: 'pack_answer', keep: 'for good', from: 'the answer', basis: 'Says which policy was meant' },
  {
    table: 'clause_turn',
    keep: '7 years',
    from: 'the turn',
    basis: 'Shows whether promises were kept on any past date',
  },
  { table: 'policy_draft', ...withPolicy },
  { table: 'policy_edit', ...withPolicy },
  { table: 'policy_consultation', ...withPolicy },
  { table: 'policy_outcome', ...withPolicy },
  { table: 'policy_approval', ...withPolicy },
  { table: 'policy_publication', ...withPolicy },
  { table: 'policy_review', ...withPolicy },
  {
    table: 'policy_comment',
    keep: '6 years',
    from: 'the day it was made',
    basis: 'Shows that people had their part in the policy; their names are of no use for longer',
  },
  { table: 'policy_session', ...whoKnew },
  { table: 'policy_receipt', ...whoKnew },
  { table: 'policy_announcement', ...whoKnew },
]
