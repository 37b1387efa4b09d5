import type { Sourced } from '../schema/words.js'
import type { Check, Fault } from './fault.js'
import { clausesIn } from './references.js'

/** Every clause says why it is there, and no requirement is counted under two clauses. */
export const clausesHaveReasons: Check = (pack) => [
  ...clausesIn(pack)
    .filter((clause) => !hasReason(clause))
    .map((clause) => ({
      on: clause,
      sentence: `clause "${clause.id}" does not say why it is there; give it a source, a law or a reason.`,
    })),
  ...countedTwice(clausesIn(pack)),
]

const hasReason = ({ source = [], law = [], reason }: Sourced): boolean =>
  source.length > 0 || law.length > 0 || reason !== undefined

function countedTwice(clauses: readonly (Sourced & { readonly id: string })[]): readonly Fault[] {
  const first = new Map<string, string>()
  return clauses.flatMap(({ id: clause, source = [] }) =>
    source.flatMap((requirement, index) => {
      const before = first.get(requirement)
      first.set(requirement, before ?? clause)
      if (before === undefined) return []
      const sentence = `clause "${clause}" names the requirement ${requirement}, which clause "${before}" already keeps.`
      return [{ on: source, key: index, sentence }]
    }),
  )
}
