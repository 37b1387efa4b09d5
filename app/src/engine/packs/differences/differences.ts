import type { Pack } from '../pack.js'
import { adoptionDifferences } from './adoption.js'
import { agreementDifferences } from './agreements.js'
import { clauseDifferences } from './clauses.js'
import { clockDifferences } from './clocks.js'
import { parameterDifferences } from './parameters.js'
import { postDifferences } from './posts.js'
import { routingDifferences } from './routing.js'
import { ruleDifferences } from './rules.js'
import { wordDifferences } from './words.js'

/**
 * What changes for people when one pack takes the place of another, in plain sentences, for the set-up and activation
 * screens. What matters most comes first: who hears, how soon, who may not. Empty when nothing does.
 */
export function differences(before: Pack, after: Pack): readonly string[] {
  return [
    ...routingDifferences(before, after),
    ...clockDifferences(before, after),
    ...postDifferences(before, after),
    ...ruleDifferences(before, after),
    ...agreementDifferences(before, after),
    ...wordDifferences(before, after),
    ...clauseDifferences(before, after),
    ...parameterDifferences(before, after),
    ...adoptionDifferences(before, after),
  ]
}
