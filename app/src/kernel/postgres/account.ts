import { readFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { SetupProblem } from '../setup-problem.js'

/** The account of the operating system under which the database runs. */
export interface Account {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** In order of preference; `nobody` exists on every Linux. An account of its own is better: see docs/operating. */
const STAND_INS = ['hedgerow', 'postgres', 'nobody']

/**
 * The account for the database's processes: null means "ours, nothing to change". PostgreSQL refuses to run as root,
 * so under root an existing unprivileged account stands in; a cluster that already has an owner keeps it.
 */
export async function databaseAccount(cluster: string): Promise<Account | null> {
  if (process.getuid === undefined) return null
  const accounts = readAccounts()
  if (process.getuid() !== 0) {
    if (accounts.some((account) => account.uid === process.getuid?.())) return null
    throw new SetupProblem(
      'The account that runs Hedgerow has no name in /etc/passwd, and PostgreSQL needs one. Add it.',
    )
  }
  const owner = await stat(cluster).then(
    (found) => found.uid,
    () => 0,
  )
  const account =
    accounts.find((candidate) => candidate.uid === owner && owner !== 0) ??
    STAND_INS.map((name) => accounts.find((candidate) => candidate.name === name)).find((found) => found !== undefined)
  if (account !== undefined) return account
  throw new SetupProblem(
    'PostgreSQL does not run as root. Make an account with "useradd --system hedgerow", then start again.',
  )
}

/** Whether the account can reach this folder: every folder above it, and itself, must let it through. */
export async function canReach(account: Account | null, folder: string): Promise<boolean> {
  if (account === null) return true
  for (let path = folder; ; path = dirname(path)) {
    const found = await stat(path)
    const shift = found.uid === account.uid ? 6 : found.gid === account.gid ? 3 : 0
    if (((found.mode >> shift) & 1) === 0) return false
    if (path === dirname(path)) return true
  }
}

function readAccounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
}
