import { revived } from '../../engine/registers/answers.js'
import { inWords } from '../../engine/registers/in-words.js'
import { secretsOf } from '../../engine/registers/read-entries.js'
import type { Names, Register, Values } from '../../engine/registers/register.js'
import type { RegisterEntryRow } from '../../engine/registers/schema.js'
import type { ReadTx } from '../../kernel/db/tx.js'
import { namesFor } from './form-context.js'

/** Entries with their answers and the names these need, for a list, a print or a file. Secret answers only for who may see them. */
export interface ReadRows {
  readonly rows: readonly { readonly row: RegisterEntryRow; readonly values: Values }[]
  readonly names: Names
}

export async function readRows(tx: ReadTx, register: Register, rows: readonly RegisterEntryRow[]): Promise<ReadRows> {
  const secrets = register.secret
    ? await secretsOf(
        tx,
        rows.map(({ id }) => id),
      )
    : new Map<string, Values>()
  const names = await namesFor(
    tx,
    rows.flatMap(({ persons }) => persons),
    rows.flatMap(({ links }) => links),
  )
  return {
    names,
    rows: rows.map((row) => ({ row, values: revived(register.form, { ...row.answers, ...secrets.get(row.id) }) })),
  }
}

/** The fields that this reader may see, with their questions. */
export function shownFields(register: Register, powers: ReadonlySet<string>): readonly (readonly [string, string])[] {
  const { form, secret = [], keep } = register
  const hidden = powers.has(keep) ? [] : secret
  return Object.entries(form.fields).flatMap(([name, { label }]) =>
    hidden.includes(name) ? [] : [[name, label] as const],
  )
}

/** The line under an entry's name: its columns with something in them. */
export const columnsInWords = (register: Register, values: Values, names: Names): readonly string[] =>
  register.columns.flatMap((name) => {
    const said = inWords(register.form, name, values, names)
    if (said === '') return []
    const field = register.form.fields[name]
    // A day or a yes says nothing without its question; a name, a choice or a sentence does.
    const bare = field?.kind !== 'date' && field?.kind !== 'yesNo'
    return [bare ? said : `${(field.label ?? name).replace(/\?$/, '')}: ${said}`]
  })
