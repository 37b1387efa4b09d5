import type { Clause, Part } from '../schema/sections.js'
import type { Check, Fault } from './fault.js'
import { clausesIn } from './references.js'

/** Ids and numbers of clauses are used once in the whole pack, and a clause's number begins with its part's. */
export const clausesInOrder: Check = (pack) => [
  ...repeated(clausesIn(pack), 'id', (clause) => `two clauses have the id "${clause.id}".`),
  ...repeated(
    clausesIn(pack),
    'number',
    (clause) => `two clauses have the number ${clause.number}; one is "${clause.id}".`,
  ),
  ...repeated(pack.parts, 'number', (part) => `two parts have the number ${part.number}; one is "${part.part}".`),
  ...pack.parts.flatMap(misnumbered),
]

function repeated<Entry extends object>(
  entries: readonly Entry[],
  key: keyof Entry & string,
  sentence: (entry: Entry) => string,
): readonly Fault[] {
  const seen = new Set<unknown>()
  return entries.flatMap((entry) => {
    if (!seen.has(entry[key])) return seen.add(entry[key]) && []
    return [{ on: entry, key, sentence: sentence(entry) }]
  })
}

function misnumbered({ part, number, clauses }: Part): readonly Fault[] {
  const wanted = (clause: Clause) => clause.number.startsWith(`${number}.`)
  return clauses
    .filter((clause) => !wanted(clause))
    .map((clause) => ({
      on: clause,
      key: 'number',
      sentence: `clause "${clause.id}" is in part "${part}", so its number must begin with ${number}.`,
    }))
}
