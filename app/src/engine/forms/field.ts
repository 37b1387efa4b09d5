import type { VNode } from 'preact'
import type { Temporal } from 'temporal-polyfill'
import type { Text } from '../../web/components/options.js'
import type { Typed } from '../../web/kept-fields.js'

/** A form body as Fastify parsed it: a text for each name, or several where a name came more than once. */
export type Body = Readonly<Record<string, unknown>>

/** A person as a picker offers them: full name, and the class or post that tells two of one name apart. */
export interface PersonChoice {
  readonly id: string
  readonly name: string
  readonly about: string
}

/** An entry of a register as a list of choices offers it. */
export interface EntryChoice {
  readonly id: string
  readonly title: string
}

/** A file that came with a multipart body. */
export interface UploadedFile {
  readonly name: string
  readonly bytes: Buffer
}

/** What fields need to know beyond what was typed. */
export interface FormContext {
  readonly now: Temporal.Instant
  /** People by id: those whom pickers may offer, or who have been picked already. */
  readonly people?: ReadonlyMap<string, PersonChoice>
  /** Entries of registers that may be chosen, by register. */
  readonly entries?: ReadonlyMap<string, readonly EntryChoice[]>
  /** Files by field, from a multipart body. */
  readonly files?: Readonly<Record<string, readonly UploadedFile[]>>
}

/** Something wrong with an answer, in a sentence that says what to do. `part` names one box of several: 'day'. */
export interface Fault {
  readonly sentence: string
  readonly part?: string
}

/** What a field made of a body: nothing there, an answer, or something wrong. */
export type Reading<Value> =
  | { readonly is: 'empty' }
  | { readonly is: 'answer'; readonly value: Value }
  | { readonly is: 'wrong'; readonly faults: readonly Fault[] }

/** A field is asked only while another field of the same form has this answer. */
export interface When {
  readonly field: string
  readonly is: string
}

/** What a field is shown with. */
export interface FieldView {
  readonly name: string
  readonly typed: Typed
  readonly faults: readonly Fault[]
  /** Its label is the page's heading: one question a page. */
  readonly asHeading: boolean
  readonly context: FormContext
  /** Who a picker's search found, or null when nobody has searched. */
  readonly found: readonly PersonChoice[] | null
  /** The fields that are asked only with one of its answers. */
  readonly under: (answer: string) => Text
}

/** A fragment of JSON Schema 2020-12, as OpenAPI 3.1 takes it. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** One question: how it is shown, read, said again and described. Each kind is one file in fields/. */
export interface Field<Value> {
  readonly kind: string
  readonly label: string
  readonly hint: string | undefined
  /** What to do when nothing was answered; null when the answer may be left out. */
  readonly missing: string | null
  readonly when: When | undefined
  /** The value of an answer that was left out. */
  readonly none: Value
  /** The names of its boxes in a form body. A name ending in * stands for any that begins so. */
  names(name: string): readonly string[]
  /** The id that an error links to. */
  anchor(name: string, part: string | undefined): string
  read(body: Body, name: string, context: FormContext): Reading<Value>
  view(view: FieldView): VNode
  /** The answer in words, for 'check your answers'; null when there is nothing to say. */
  say(value: Value, context: FormContext): Text
  /** What somebody would have typed to give this answer: fills the form from what is stored. */
  retype(value: Value, name: string): Typed
  schema(): JsonSchema
}
