import { actionActs } from './action-acts.js'
import type { CaseAct } from './case-act.js'
import { endingActs } from './ending-acts.js'
import { outsideActs } from './outside-acts.js'
import { peopleActs } from './people-acts.js'
import { procedureActs } from './procedure-acts.js'
import { recordActs } from './record-acts.js'

/** Everything that can be done to a case by a form. */
export const caseActs: readonly CaseAct[] = [
  ...recordActs,
  ...outsideActs,
  ...actionActs,
  ...peopleActs,
  ...procedureActs,
  ...endingActs,
]
