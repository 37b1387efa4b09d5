import type { Fields, Form, ValuesOf } from '../forms/define-form.js'
import type { Access } from '../access.js'
import type { PostId } from '../../kernel/ids.js'

/** The answers of an entry: by field, as the form gives them. */
export type Values = Readonly<Record<string, unknown>>

/** Names to put into words: people and entries of other registers, by id. */
export interface Names {
  readonly person: (id: string) => string
  readonly entry: (id: string) => string
}

/**
 * A register as data: what an entry asks, who keeps and who sees it, when it is looked at again. From this come the form,
 * list, search, import, export, print, history, tasks, findings, journal, isolation, retention and subject access.
 */
export interface Register {
  /** Also its address: /registers/suppliers. */
  readonly id: string
  /** 'Suppliers'. */
  readonly title: string
  /** One entry in a sentence: 'supplier'. */
  readonly one: string
  /** What it is for, in one or two sentences at its head. */
  readonly intro: string
  readonly form: Form
  /** What an entry is called in lists and findings. No child's name, unless nobody sees the register but those who may know. */
  readonly called: (values: Values, names: Names) => string
  /** Names a person, so that findings must not say what an entry is called. */
  readonly secretTitle?: true
  /** The fields a list shows under the name. */
  readonly columns: readonly string[]
  /** Needed to see it, and to keep it. Written on each row, where the database reads it. */
  readonly see: Access
  readonly keep: Access
  /** Fields that only those who keep the register may see. They are stored apart, behind a door of their own. */
  readonly secret?: readonly string[]
  /** Keeps it: gets the tasks, and is named in findings where the entry or clause names no other post. */
  readonly owner: PostId
  /** The posts and audiences that may read its acts in the journal. */
  readonly journal: readonly PostId[]
  /** How long after somebody looked at an entry it is looked at again: '12 months'. The clause may ask for another. */
  readonly review?: string
  /** The field with the last day on which it was looked at, where that is not the day of writing. */
  readonly reviewedOn?: string
  /** The field with the last day on which it is good. */
  readonly expiresOn?: string
  /** How long before that day the owner gets a task. */
  readonly warn?: string
  /** What makes an entry the same as one already there, for imports: without it every line is new. */
  readonly same?: (values: Values) => string
  /** Retention and its reason, for the page. */
  readonly kept: string
  /** Other pages that belong to it: a poster to print. */
  readonly ways?: readonly { readonly text: string; readonly href: string }[]
  /** In an empty list: what belongs here. */
  readonly empty: string
}

interface Declaration<F extends Fields> extends Omit<Register, 'form' | 'called' | 'same' | 'columns'> {
  readonly form: Form<F>
  readonly called: (values: ValuesOf<F>, names: Names) => string
  readonly same?: (values: ValuesOf<F>) => string
  readonly columns: readonly (keyof F & string)[]
}

/** Declares a register. Throws when the program starts on a field that its form does not ask. */
export function defineRegister<F extends Fields>(declared: Declaration<F>): Register {
  const { columns, secret, reviewedOn, expiresOn, form, id } = declared
  for (const field of [...columns, ...(secret ?? []), reviewedOn, expiresOn])
    if (field !== undefined && !(field in form.fields)) throw new Error(`The register ${id} has no field ${field}.`)
  return declared as unknown as Register
}
