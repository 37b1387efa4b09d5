/** Units that are counted. Written in packs in the singular or the plural. */
const COUNTED = ['minute', 'hour', 'day', 'week', 'month', 'school hour', 'school day', 'working day'] as const
/** Spans that stand by themselves. */
const NAMED = ['at once', 'same school day', 'term'] as const

/** A unit of a counted span, in the singular. */
export type CountedUnit = (typeof COUNTED)[number]
/** A span without a number. */
export type NamedSpan = (typeof NAMED)[number]

/**
 * How long somebody has, as a pack writes it: "2 school hours", "same school day", "term". `deadline` says what each means
 * on the clock; nothing else may.
 */
export type Span =
  { readonly unit: NamedSpan; readonly count?: never } | { readonly unit: CountedUnit; readonly count: number }

/** Beyond this a number is far likelier a slip of the pen than a rule; 999 months is 83 years, longer than any retention period. */
const LARGEST = 999

/**
 * Reads a span. Answers the `Span`, or a sentence for the author of the pack saying what is wrong with the text.
 * Capital letters and extra spaces do not matter.
 */
export function parseSpan(text: string): Span | string {
  const plain = text.trim().toLowerCase().replace(/\s+/g, ' ')
  const named = NAMED.find((name) => name === plain)
  if (named) return { unit: named }
  const [, digits, words] = /^(\d+) (.+)$/.exec(plain) ?? []
  const unit = COUNTED.find((counted) => words === counted || words === `${counted}s`)
  if (!digits || !unit) return unknownSpan(text)
  const count = Number(digits)
  if (count < 1) return `"${text}" gives no time at all. Write "at once" if there is no time to give.`
  if (count > LARGEST) return `"${text}" is too long: ${LARGEST} ${unit}s is the most.`
  return { unit, count }
}

/** The span of a text that the pack's loader has already passed; throws `RangeError` with the sentence otherwise. */
export function spanOf(text: string): Span {
  const span = parseSpan(text)
  if (typeof span === 'string') throw new RangeError(span)
  return span
}

/** The span as the pack would write it: "1 school day", "30 minutes", "same school day". `parseSpan` reads it back. */
export function spanInWords(span: Span): string {
  if (span.count === undefined) return span.unit
  return `${span.count} ${span.unit}${span.count === 1 ? '' : 's'}`
}

/** The span as the end of a sentence: "Acknowledge the concern …" + "at once", "within 2 school hours", "by the end of term". */
export function withinWords(span: Span): string {
  switch (span.unit) {
    case 'at once':
      return 'at once'
    case 'same school day':
      return 'the same school day'
    case 'term':
      return 'by the end of term'
    default:
      return `within ${spanInWords(span)}`
  }
}

function unknownSpan(text: string): string {
  return (
    `"${text}" is not a length of time that Hedgerow knows. Write "at once", "same school day", "term", or a number ` +
    `and minutes, hours, days, weeks, months, school hours, school days or working days, such as "2 school hours".`
  )
}
