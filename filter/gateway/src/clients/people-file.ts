import { Problem } from '../problem.js'
import type { Who } from '../../../engine/src/index.js'
import { list, readTable } from './read-table.js'

/** Somebody who may sign in to the proxy. */
export interface Account {
  /** An argon2 hash, as `hedgerow filter password` prints it. */
  readonly hash: string
  readonly who: Who
}

const COLUMNS = ['username', 'password', 'group', 'person', 'classes'] as const

/** Reads the sign-ins: CSV with the columns above. Names are compared without regard to case. Throws sentences. */
export function readPeople(csv: string, file: string): ReadonlyMap<string, Account> {
  const accounts = new Map<string, Account>()
  for (const { line, value } of readTable(csv, {
    file,
    columns: COLUMNS,
    required: ['username', 'password', 'group'],
  })) {
    if (!value.password.startsWith('$argon2'))
      throw new Problem(
        `${file}, line ${line}: the password must be a hash made by "hedgerow filter password", not the password itself.`,
      )
    const name = value.username.toLowerCase()
    if (accounts.has(name)) throw new Problem(`${file}, line ${line}: ${value.username} is there twice.`)
    const who: Who = { group: value.group, person: value.person || value.username, classes: list(value.classes) }
    accounts.set(name, { hash: value.password, who })
  }
  return accounts
}
