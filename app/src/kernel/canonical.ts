import { Temporal } from 'temporal-polyfill'

/** A value that can be hashed the same on every machine and in every year. */
export type Plain =
  | null
  | boolean
  | number
  | string
  | Temporal.Instant
  | Temporal.PlainDate
  | readonly Plain[]
  | { readonly [key: string]: Plain | undefined }

const isTemporal = (value: Plain): value is Temporal.Instant | Temporal.PlainDate =>
  value instanceof Temporal.Instant || value instanceof Temporal.PlainDate

/**
 * One text for one value: object keys sorted, no spaces, dates in ISO form, absent keys left out. What the journal
 * hashes is this text, so its rules may never change; the stand-alone checker has them too.
 */
export function canonical(value: Plain): string {
  if (isTemporal(value)) return JSON.stringify(value.toString())
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object')
    return canonicalObject(value as { readonly [key: string]: Plain | undefined })
  return JSON.stringify(value)
}

function canonicalObject(value: { readonly [key: string]: Plain | undefined }): string {
  const pairs = Object.keys(value)
    .toSorted()
    .flatMap((key) => (value[key] === undefined ? [] : [`${JSON.stringify(key)}:${canonical(value[key])}`]))
  return `{${pairs.join(',')}}`
}
