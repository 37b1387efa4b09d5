import type { Fields, ValuesOf } from '../../../engine/forms/define-form.js'
import type { FormContext } from '../../../engine/forms/field.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import type { Typed } from '../../../web/kept-fields.js'
import type { CaseRow } from '../schema.js'

/** The ids of an act's address: the case's, and the record of it that the act is about. */
export type ActIds = Readonly<Record<string, string>>

/** What an act's form is made from. */
export interface ActSetting {
  readonly tx: ReadTx
  readonly row: CaseRow
  readonly pack: Pack
  readonly ids: ActIds
}

/** An act as it stands before one person and one case. */
export interface ActForm<F extends Fields = Fields> {
  readonly title: string
  /** What has to be known before it is done: what is still open, what must not be done. */
  readonly lines?: readonly string[]
  readonly mustNots?: readonly string[]
  /** The first text of what is corrected. */
  readonly quoted?: string
  readonly fields: F
  /** What stands in the form before anybody types. */
  readonly typed?: Typed
  readonly button: string
  readonly run: (tx: Tx, values: ValuesOf<F>, context: FormContext) => Promise<unknown>
}

/**
 * Something that is done to a case by a form: shown at its own address under the case, sent to the same address. One
 * declaration gives the page, the errors beside the fields, the permission and the command.
 */
export interface CaseAct {
  /** What follows '/cases/:case/' in its address. */
  readonly path: string
  readonly power: 'cases.record' | 'cases.lead' | 'cases.close'
  /** Acts of which the form needs the people of the school: its picker may search them. */
  readonly picks?: boolean
  readonly prepare: (setting: ActSetting) => Promise<ActForm>
}

/** An act's form with the types of its own fields, as the table of acts keeps it. */
export const actForm = <const F extends Fields>(form: ActForm<F>): ActForm => form as unknown as ActForm
