import type { ImportedPerson, ImportedResponsibility, Relationship } from '../import/roster.js'

/** Somebody of the example school, as an import would bring them; `source.id` ('pupil/0001') is how stories and files name them. */
export type ExamplePerson = Omit<ImportedPerson, 'at'>

/** Who answers for whom in the example school. */
export interface ExampleResponsibility extends Omit<ImportedResponsibility, 'at'> {
  readonly relationship: Relationship
}

/** The system that the example school says its people come from. */
export const EXAMPLE_SYSTEM = 'example'

/** The source of the nth person of a kind, counted from 1. */
export function exampleSource(kind: ExamplePerson['kind'], number: number): ExamplePerson['source'] {
  return { system: EXAMPLE_SYSTEM, id: `${kind}/${String(number).padStart(4, '0')}` }
}
