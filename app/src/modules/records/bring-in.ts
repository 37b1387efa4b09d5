import { revived, entriesIn, personsIn } from '../../engine/registers/answers.js'
import { addEntry, changeEntry } from '../../engine/registers/keep-entry.js'
import { allEntries, secretsOf } from '../../engine/registers/read-entries.js'
import type { Register, Values } from '../../engine/registers/register.js'
import type { RegisterEntryRow } from '../../engine/registers/schema.js'
import type { Tx } from '../../kernel/db/tx.js'
import { namesFor } from './form-context.js'
import type { ReadLine } from './read-lines.js'

/** What an import did, in numbers. */
export interface BroughtIn {
  readonly added: number
  readonly changed: number
  readonly same: number
}

/** Writes the lines that could be read: new entries, and changes of those that are the same thing. All in this transaction. */
export async function bringIn(tx: Tx, register: Register, lines: readonly ReadLine[]): Promise<BroughtIn> {
  const there = await standing(tx, register)
  const done = { added: 0, changed: 0, same: 0 }
  const good = lines.map(({ values }) => values).filter((values) => values !== null)
  const names = await namesFor(
    tx,
    good.flatMap((values) => personsIn(register.form, values)),
    good.flatMap((values) => entriesIn(register.form, values)),
  )
  for (const values of good) {
    const key = register.same?.(values)
    const old = key === undefined ? undefined : there.get(key)
    if (!old) {
      const id = await addEntry(tx, register, { values, names }, 'imported')
      if (key !== undefined) there.set(key, { id, number: 1, plain: plainOf(values) })
      done.added += 1
    } else if (old.plain === plainOf(values)) done.same += 1
    else {
      await changeEntry(tx, register, {
        id: old.id,
        number: old.number,
        values,
        names,
        why: 'Brought in from a spreadsheet',
      })
      there.set(key ?? '', { ...old, number: old.number + 1, plain: plainOf(values) })
      done.changed += 1
    }
  }
  return done
}

const plainOf = (values: Values): string => JSON.stringify(values, Object.keys(values).toSorted())

/** What stands already, by what makes an entry the same. */
async function standing(tx: Tx, register: Register) {
  const rows: readonly RegisterEntryRow[] = register.same ? await allEntries(tx, register.id) : []
  const secrets = register.secret
    ? await secretsOf(
        tx,
        rows.map(({ id }) => id),
      )
    : new Map<string, Values>()
  return new Map(
    rows.map(({ id, number, answers }) => {
      const values = revived(register.form, { ...answers, ...secrets.get(id) })
      return [register.same?.(values) ?? id, { id, number, plain: plainOf(values) }] as const
    }),
  )
}
