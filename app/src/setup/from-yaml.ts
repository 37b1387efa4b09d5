import Type from 'typebox'
import { Check, Errors } from 'typebox/value'
import { parse } from 'yaml'
import { SetupProblem } from '../kernel/setup-problem.js'

const text = Type.String({ minLength: 1 })
const range = { from: text, to: text }
const optional = Type.Optional
const strict = { additionalProperties: false } as const

/** The file of an unattended set-up; docs/operating/school.example.yaml shows all of it. */
const schoolFile = Type.Object(
  {
    name: text,
    slug: text,
    phone: optional(text),
    pack: text,
    answers: optional(Type.Record(Type.String(), text)),
    people: Type.Object(
      {
        files: optional(Type.Array(text)),
        skipBad: optional(Type.Boolean()),
        byHand: optional(
          Type.Array(
            Type.Object(
              {
                given: text,
                family: text,
                kind: Type.Enum(['pupil', 'staff', 'parent', 'governor', 'volunteer', 'contractor', 'visitor']),
                job: optional(text),
                email: optional(text),
              },
              strict,
            ),
          ),
        ),
      },
      strict,
    ),
    posts: Type.Record(Type.String(), Type.Union([text, Type.Array(text)])),
    signIns: Type.Array(Type.Object({ person: text, username: optional(text) }, strict)),
    calendar: optional(
      Type.Object(
        {
          terms: Type.Array(Type.Object({ name: text, ...range }, strict)),
          closures: optional(Type.Array(Type.Object({ why: text, ...range }, strict))),
          opens: text,
          closes: text,
        },
        strict,
      ),
    ),
  },
  strict,
)

/** What the file says, people still by name or e-mail address. */
export type SchoolFile = Type.Static<typeof schoolFile>

/** Reads the file's text. Throws SetupProblem with a sentence for each part that is not as it should be. */
export function readSchoolFile(source: string): SchoolFile {
  const read = readYaml(source)
  if (Check(schoolFile, read)) return read
  const sentences = Errors(schoolFile, read).map(
    ({ instancePath, message }) => `${instancePath || 'The file'}: ${message}.`,
  )
  throw new SetupProblem(['The set-up file is not complete:', ...new Set(sentences)].join('\n'))
}

function readYaml(source: string): unknown {
  try {
    return parse(source)
  } catch (fault) {
    throw new SetupProblem(`The set-up file is not YAML: ${fault instanceof Error ? fault.message : ''}`)
  }
}
