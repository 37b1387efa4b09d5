import type { Field, When } from './field.js'

/** The words of every question. Hints and labels are ours or a pack's; they are never HTML. */
export interface Words {
  readonly label: string
  readonly hint?: string
}

/**
 * Every question either says what to do when it is not answered, in its own sentence, or may be left out. There is no
 * sentence to fall back on: "This field is required" helps nobody.
 */
type Needed = { readonly missing: string; readonly optional?: undefined }
type LeftOut = { readonly missing?: undefined; readonly optional: true }

/** A question that may be left out. */
export type OptionalQuestion = Words & LeftOut & { readonly when?: When }
/** A question that needs an answer, but is asked only when another was answered in a certain way. */
export type SometimesQuestion = Words & Needed & { readonly when: When }
/** A question that everybody answers. */
export type PlainQuestion = Words & Needed & { readonly when?: undefined }
/** What the options of every kind have in common. */
export type Question = Words & (Needed | LeftOut) & { readonly when?: When }

/** Makes one kind of field; the answer may be null where it can be left out or is not always question. */
export interface FieldBuilder<Options, Value> {
  (options: Options & OptionalQuestion): Field<Value | null>
  (options: Options & SometimesQuestion): Field<Value | null>
  (options: Options & PlainQuestion): Field<Value>
}

type Parts<Value> = Omit<Field<Value>, 'label' | 'hint' | 'missing' | 'when' | 'names' | 'anchor' | 'none'> &
  Partial<Pick<Field<Value>, 'names' | 'anchor' | 'none'>>

/** A field from what is particular to its kind. */
export function buildField<Value>(question: Question, parts: Parts<Value>): Field<Value> {
  return {
    label: question.label,
    hint: question.hint,
    missing: question.missing ?? null,
    when: question.when,
    none: null as Value,
    names: (name) => [name],
    anchor: (name) => name,
    ...parts,
  }
}

/** Gives a function that makes fields the overloads of {@link FieldBuilder}. */
export function fieldBuilder<Options, Value>(
  make: (options: Options & Question) => Field<Value>,
): FieldBuilder<Options, Value> {
  return make as unknown as FieldBuilder<Options, Value>
}
