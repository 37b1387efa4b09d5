import Type from 'typebox'
import type { Policy } from '../../../engine/src/index.js'
import { readYaml } from './read-yaml.js'

const text = Type.String({ minLength: 1 })
const texts = Type.Array(text, { minItems: 1 })
const optional = Type.Optional
const strict = { additionalProperties: false } as const
const verdict = Type.Enum(['allow', 'flag', 'ask', 'block'])
const clock = Type.String({ pattern: '^([01][0-9]|2[0-4]):[0-5][0-9]$' })
const date = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\d$' })
const words = Type.Object({ flag: optional(Type.Number()), block: optional(Type.Number()) }, strict)

const category = Type.Object(
  { id: text, title: text, childWords: text, locked: optional(Type.Boolean()), liftable: optional(Type.Boolean()) },
  strict,
)

const group = Type.Object(
  {
    id: text,
    title: text,
    voice: Type.Enum(['pupil', 'teacher']),
    unlisted: verdict,
    safeSearch: Type.Boolean(),
    youtube: Type.Enum(['open', 'moderate', 'strict']),
    addresses: verdict,
    words: optional(Type.Record(Type.String(), words)),
  },
  strict,
)

const weekdays = Type.Array(Type.Enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), { minItems: 1 })
const time = Type.Object(
  {
    id: text,
    days: Type.Union([Type.Enum(['every-day', 'school-days', 'not-school-days']), weekdays]),
    from: clock,
    to: clock,
  },
  strict,
)

const about = Type.Union([
  Type.Object({ categories: texts }, strict),
  Type.Object({ lists: texts }, strict),
  Type.Object({ hosts: texts }, strict),
  Type.Object({ everything: Type.Literal(true) }, strict),
])

const to = Type.Object(
  {
    everyone: optional(Type.Literal(true)),
    groups: optional(texts),
    classes: optional(texts),
    persons: optional(texts),
    devices: optional(texts),
    places: optional(texts),
  },
  strict,
)

const rule = Type.Object(
  {
    id: text,
    kind: Type.Enum(['rule', 'temporary', 'lesson', 'nominated', 'locked']),
    verdict,
    about,
    to,
    when: optional(text),
    from: optional(text),
    until: optional(text),
    reason: text,
    clause: optional(text),
    author: text,
    approver: text,
    date: text,
  },
  strict,
)

/** The policy's shape as a file; docs/filter/policy-format.md explains it. What it means is judged by the engine. */
export const policySchema = Type.Object(
  {
    format: Type.Literal(1),
    school: text,
    adopted: optional(Type.Object({ author: text, approver: text, date: text }, strict)),
    calendar: Type.Object(
      { terms: Type.Array(Type.Object({ from: date, to: date }, strict)), closed: Type.Array(date) },
      strict,
    ),
    categories: Type.Array(category),
    groups: Type.Array(group, { minItems: 1 }),
    times: Type.Array(time),
    rules: Type.Array(rule),
    help: Type.Array(text),
  },
  strict,
)

/** Reads a policy file. Throws a Problem with a sentence for each thing that is not as it should be. */
export const readPolicy = (file: string): Policy => readYaml(file, 'the policy', policySchema)
