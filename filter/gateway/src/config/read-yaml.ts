import type { Static, TSchema } from 'typebox'
import { Check, Errors } from 'typebox/value'
import { parse } from 'yaml'
import { Problem } from '../problem.js'
import { readNamed } from './read-named.js'

/** Reads a YAML file of a given shape. Throws a Problem with a sentence for each thing that is not as it should be. */
export function readYaml<Shape extends TSchema>(file: string, what: string, shape: Shape): Static<Shape> {
  const source = readNamed(file, what)
  let value: unknown
  try {
    value = parse(source)
  } catch (fault) {
    throw new Problem(`${file} is not YAML: ${fault instanceof Error ? fault.message : String(fault)}`)
  }
  if (Check(shape, value)) return value
  const sentences = Errors(shape, value).map(({ instancePath, message, params }) => {
    const strange = (params as { additionalProperties?: readonly string[] }).additionalProperties
    const where = instancePath.slice(1).replaceAll('/', ' → ') || 'the file'
    return `${file}: ${where} ${message}${strange === undefined ? '' : ` (${strange.join(', ')})`}.`
  })
  throw new Problem([...new Set(sentences)].join('\n'))
}
