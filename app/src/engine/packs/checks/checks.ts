import { agreementsHold } from './agreements-hold.js'
import { alwaysNamesAProcedure } from './always-names-a-procedure.js'
import { answersAreOptions } from './answers-are-options.js'
import { approvedBySomebody } from './approved-by-somebody.js'
import { clausesHaveReasons } from './clauses-have-reasons.js'
import { clausesInOrder } from './clauses-in-order.js'
import { concernsReachSomebody } from './concerns-reach-somebody.js'
import { daysExist } from './days-exist.js'
import type { Check } from './fault.js'
import { namesExist } from './names-exist.js'
import { noCircles } from './no-circles.js'
import { timesAreSaid } from './times-are-said.js'
import { timesMakeSense } from './times-make-sense.js'

/** Everything that a pack of the right shape must still satisfy. A new check is one file and one line here. */
export const CHECKS: readonly Check[] = [
  namesExist,
  clausesInOrder,
  clausesHaveReasons,
  concernsReachSomebody,
  noCircles,
  timesMakeSense,
  timesAreSaid,
  daysExist,
  answersAreOptions,
  agreementsHold,
  approvedBySomebody,
  alwaysNamesAProcedure,
]
