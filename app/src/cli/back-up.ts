import { Temporal } from 'temporal-polyfill'
import { backup, refuseForeignDatabase } from '../kernel/backup/backup.js'
import { restore } from '../kernel/backup/restore.js'
import { readConfig } from '../kernel/config.js'
import { createLog } from '../kernel/log.js'
import { say, withHedgerow } from './with-hedgerow.js'

/** The passphrase comes by the environment, never as an argument: arguments show in lists of processes. */
const passphrase = (): { readonly passphrase?: string } => {
  const given = process.env['HEDGEROW_BACKUP_PASSPHRASE']
  return given ? { passphrase: given } : {}
}

/** Writes a backup of the running database into one file. */
export const backUp = (to: string): Promise<number> =>
  withHedgerow(async ({ ownerUrl }, config) => {
    refuseForeignDatabase(config.databaseUrl)
    const order = {
      folder: config.dataFolder,
      ownerUrl,
      to,
      madeAt: Temporal.Now.instant(),
      secretFile: config.secretFile,
    }
    const made = await backup({ ...order, ...passphrase() })
    say(`The backup is in ${made.file}: ${made.files} files, ${made.bytes} bytes, SHA-256 ${made.sha256}.`)
    say(
      made.secretInside
        ? 'It is sealed with your passphrase and holds the secret file.'
        : `It does not hold the secret file. Keep a copy of ${config.secretFile} in another place: without it no password works.`,
    )
    return 0
  })

/** Restores a backup into an empty data folder, and starts the database there once to see that it opens. */
export async function restoreFrom(from: string, into: string | undefined): Promise<number> {
  const config = readConfig(process.env)
  const folder = into ?? config.dataFolder
  const made = await restore({ from, into: folder, log: createLog({ level: 'warn' }), ...passphrase() })
  say(`Restored into ${folder}, as it was at ${made.madeAt}: ${made.files} files.`)
  if (!made.secretInside) say('Put the old secret file in its place before you start.')
  return 0
}
