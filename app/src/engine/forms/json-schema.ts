import type { Form } from './define-form.js'
import type { JsonSchema } from './field.js'

/** A form as a JSON Schema 2020-12 object, which OpenAPI 3.1 takes as it is. Descriptions are the questions themselves. */
export function jsonSchema(form: Form): JsonSchema {
  const entries = Object.entries(form.fields)
  const needed = entries.filter(([, field]) => field.missing !== null)
  const conditions = needed.flatMap(([name, { when }]) => (when ? [conditional(form, name, when.field, when.is)] : []))
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      entries.map(([name, field]) => [name, { ...field.schema(), description: describe(field.label, field.hint) }]),
    ),
    required: needed.filter(([, field]) => !field.when).map(([name]) => name),
    ...(conditions.length > 0 && { allOf: conditions }),
  }
}

const describe = (label: string, hint: string | undefined) => [label, hint].filter(Boolean).join('. ')

/** A question needed only with a certain answer to another. */
function conditional(form: Form, name: string, field: string, is: string): JsonSchema {
  const kind = form.fields[field]?.kind
  const answer =
    kind === 'yesNo' ? { const: is === 'yes' } : kind === 'manyChoices' ? { contains: { const: is } } : { const: is }
  return { anyOf: [{ not: { properties: { [field]: answer }, required: [field] } }, { required: [name] }] }
}
