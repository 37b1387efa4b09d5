import type { TSchema } from 'typebox'
import { Errors } from 'typebox/value'
import { didYouMean } from '../did-you-mean.js'
import { problemAt } from '../problem.js'
import type { PackProblem } from '../problem.js'
import type { Place, Places } from '../read/places.js'
import type { Tree } from '../read/tree.js'
import { identityOf } from '../read/tree.js'
import { PATTERNS } from '../schema/words.js'

type ShapeError = ReturnType<typeof Errors>[number]

/**
 * What is wrong with the shape of a section, as sentences at the lines that are to blame. `whole` is where the section
 * itself is written, for one that is a mere word or nothing at all.
 */
export function shapeFaults(schema: TSchema, tree: Tree, places: Places, whole?: Place): readonly PackProblem[] {
  return Errors(schema, tree).flatMap((error) => {
    const spot = walk(tree, error.instancePath)
    return phrases(error, schema).map(({ key, words }) => {
      const place =
        (key !== undefined && spot.self ? places.of(spot.self, key) : undefined) ?? placeOf(spot, places) ?? whole
      const subject = [spot.entry && `"${spot.entry}"`, spot.field].filter(Boolean).join(': ')
      const sentence = `${subject === '' ? '' : `${subject} `}${words}.`.replace('?.', '?')
      return problemAt(place, sentence)
    })
  })
}

/** Where an error's pointer leads. */
interface Spot {
  readonly owner: object | undefined
  readonly key: string | number | undefined
  /** The value itself, when it is a map or a list. */
  readonly self: object | undefined
  /** Id of the innermost entry around it. */
  readonly entry: string | undefined
  /** The field the value stands in. */
  readonly field: string | undefined
}

function walk(tree: Tree, pointer: string): Spot {
  let spot: Spot = { owner: undefined, key: undefined, self: objectOf(tree), entry: identityOf(tree), field: undefined }
  let here: unknown = tree
  for (const step of pointer.split('/').slice(1)) {
    const owner = objectOf(here)
    const key = Array.isArray(here) ? Number(step) : step
    here = owner === undefined ? undefined : (owner as Record<string, unknown>)[step]
    const entry = identityOf(here as Tree)
    const field = typeof key === 'string' ? key : spot.field
    spot = {
      owner,
      key,
      self: objectOf(here),
      entry: entry ?? spot.entry,
      field: entry === undefined ? field : undefined,
    }
  }
  return spot
}

const objectOf = (value: unknown): object | undefined =>
  typeof value === 'object' && value !== null ? value : undefined

const placeOf = ({ owner, key, self }: Spot, places: Places) =>
  (owner && places.of(owner, key)) ?? (self && places.of(self))

interface Phrase {
  readonly words: string
  /** The field that is one too many. */
  readonly key?: string
}

/** The error in an author's words. A field too many is reported by name, so typebox's own word for it is left out. */
function phrases(error: ShapeError, schema: TSchema): readonly Phrase[] {
  switch (error.keyword) {
    case 'boolean':
      return []
    case 'additionalProperties':
      return error.params.additionalProperties.map((key) => ({ key, words: unknownField(key, error, schema) }))
    case 'required':
      return error.params.requiredProperties.map((key) => ({ words: `lacks "${key}"` }))
    default:
      return [{ words: valueWords(error) }]
  }
}

/** A "field" with a space in it is nearly always the second half of a text that was cut at a comma. */
function unknownField(key: string, error: ShapeError, schema: TSchema): string {
  const hint = key.includes(' ')
    ? '; put a text that holds a comma in quotes'
    : didYouMean(key, fieldsAt(schema, error.schemaPath))
  return `has a field "${key}" that a pack does not know${hint}`
}

/** The fields known where the error is, by following its path into the schema. */
function fieldsAt(schema: TSchema, schemaPath: string): readonly string[] {
  let here: unknown = schema
  for (const step of schemaPath.split('/').slice(1)) here = objectOf(here) && (here as Record<string, unknown>)[step]
  const properties = objectOf(here) && (here as { properties?: object }).properties
  return Object.keys(properties ?? {})
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'must be text; put it in quotes if it looks like a number',
  integer: 'must be a whole number',
  boolean: 'must be true or false',
  array: 'must be a list',
  object: 'must hold named fields',
}

function valueWords(error: ShapeError): string {
  switch (error.keyword) {
    case 'type':
      return TYPES[String(error.params.type)] ?? 'is of the wrong kind'
    case 'pattern':
      return `must be ${patternWords(error.params.pattern)}`
    case 'enum':
      return `must be one of ${error.params.allowedValues.map((value) => `"${String(value)}"`).join(', ')}`
    case 'anyOf':
      return 'must be text, a whole number, true, false or a list of texts'
    case 'uniqueItems':
      return 'has the same entry twice'
    default:
      return sizeWords(error)
  }
}

function sizeWords(error: ShapeError): string {
  switch (error.keyword) {
    case 'minLength':
      return 'must not be empty'
    case 'maxLength':
      return `is too long; ${error.params.limit} characters is the most`
    case 'minItems':
      return `needs at least ${error.params.limit} ${error.params.limit === 1 ? 'entry' : 'entries'}`
    case 'maxItems':
      return `has too many entries; ${error.params.limit} is the most`
    case 'minimum':
      return `must be ${error.params.limit} or more`
    case 'maximum':
      return `must be ${error.params.limit} or less`
    default:
      return 'is not of the shape that a pack needs here'
  }
}

const patternWords = (pattern: string | RegExp): string =>
  Object.values(PATTERNS).find((known) => known.pattern === String(pattern))?.words ?? 'of another shape'
