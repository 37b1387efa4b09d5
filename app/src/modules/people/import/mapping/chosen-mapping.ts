import { PERSON_KINDS } from '../roster.js'
import type { Field } from './fields.js'
import { fieldChoices } from './fields.js'
import type { Mapping } from './mapping.js'

/**
 * What somebody chose on the columns' form: 'kind', and 'column-<place>' for each heading. A choice that is not offered for
 * the kind is left out, so that changing the kind and sending the form again is enough.
 */
export function chosenMapping(headings: readonly string[], body: Readonly<Record<string, unknown>>): Mapping {
  const kind = PERSON_KINDS.find((each) => each === body['kind']) ?? null
  const offered = new Set<string>(fieldChoices(kind).map(({ field }) => field))
  const columns = headings.flatMap((heading, place) => {
    const field = body[`column-${place}`]
    return typeof field === 'string' && offered.has(field) ? [[heading, field as Field] as const] : []
  })
  return { kind, columns: Object.fromEntries(columns) }
}
