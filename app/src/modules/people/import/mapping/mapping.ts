import { createHash } from 'node:crypto'
import type { PersonKind } from '../roster.js'
import type { Field } from './fields.js'
import { plainHeading } from './headings.js'

/** What the columns of a file mean: plain data, so that it can be stored under the file's fingerprint and used every day. */
export interface Mapping {
  /** Whom each line is about; null when a column says so. */
  readonly kind: PersonKind | null
  /** Heading as in the file → what it holds. Columns that are not read are left out. */
  readonly columns: Readonly<Record<string, Field>>
}

/** A short text that is the same for every file with these headings, in whatever order, letter case and spacing. */
export function headingFingerprint(headings: readonly string[]): string {
  const plain = headings.map(plainHeading).toSorted().join('\n')
  return createHash('sha256').update(plain).digest('hex').slice(0, 24)
}

/**
 * What is amiss with a mapping, in sentences for the person who made it; none when the file can be read with it. Checked
 * before every import, because a remembered mapping may meet a file whose columns have changed.
 */
export function mappingFaults(mapping: Mapping, headings: readonly string[]): readonly string[] {
  const fields = Object.values(mapping.columns)
  const twice = fields.filter((field, place) => fields.indexOf(field) !== place)
  const gone = Object.keys(mapping.columns).filter((heading) => !headings.includes(heading))
  return [
    ...gone.map((heading) => `The file has no column “${heading}” any more. Choose its columns again.`),
    ...[...new Set(twice)].map((field) => `Two columns are taken for “${field}”. Choose one of them.`),
    ...missing(mapping.kind, new Set(fields)),
  ]
}

/** What a file about a kind of people cannot be read without: any one of the fields, and the sentence when there is none. */
const NEEDED: readonly {
  readonly kinds: readonly (PersonKind | null)[] | 'all'
  readonly oneOf: readonly Field[]
  readonly sentence: string
}[] = [
  {
    kinds: 'all',
    oneOf: ['full-name', 'family', 'given'],
    sentence: 'No column holds the names. Choose the columns for first name and surname.',
  },
  {
    kinds: [null],
    oneOf: ['kind'],
    sentence: 'Say whom this file is about, or which column says whether each person is a pupil, staff or a parent.',
  },
  {
    kinds: ['parent'],
    oneOf: ['child-id', 'child-upn'],
    sentence: 'No column says whose parent each line is about. Choose the column with the child’s id or UPN.',
  },
  {
    kinds: ['pupil'],
    oneOf: ['id', 'upn'],
    sentence: 'No column holds an id or UPN, so pupils could not be found again next time. Add one to the export.',
  },
]

function missing(kind: PersonKind | null, fields: ReadonlySet<Field>): readonly string[] {
  return NEEDED.filter(({ kinds }) => kinds === 'all' || kinds.includes(kind))
    .filter(({ oneOf }) => !oneOf.some((field) => fields.has(field)))
    .map(({ sentence }) => sentence)
}
