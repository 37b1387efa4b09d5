import type { Check } from './fault.js'

/**
 * A version is approved before it takes force: without such a step its writer alone could bind everybody. Governing bodies
 * may delegate whose step it is, never that there is one (Education Act 2002, section 175; KCSIE, part two).
 */
export const approvedBySomebody: Check = ({ adoption }) =>
  adoption.steps.some(({ kind }) => kind === 'approve')
    ? []
    : [{ on: adoption, key: 'steps', sentence: 'somebody has to approve a version before it takes force.' }]
