import type { Duty } from '../../../engine/duties/duty.js'
import { dutyMechanism } from '../../../engine/duties/duty-mechanism.js'
import type { PostId } from '../../../kernel/ids.js'
import { schoolAround } from '../school-around.js'

/** For what no software can see: the post that a clause names gives its word that it holds, at the clause's interval. */
export const attestation: Duty = {
  id: 'attestation',
  title: 'On somebody’s word',
  intro:
    'What Hedgerow cannot see for itself. Whoever holds the post looks, says in words what they found, and it lapses on its day.',
  evidence: {
    words: 'What did you look at, and how do you know that this holds?',
    link: 'asked',
  },
  usual: { every: 'year' },
  first: '4 weeks',
  owner: 'headteacher' as PostId,
  escalate: 'headteacher' as PostId,
  see: 'governance.read',
  byWord: true,
}

export const attestationMechanism = dutyMechanism(schoolAround, attestation)
