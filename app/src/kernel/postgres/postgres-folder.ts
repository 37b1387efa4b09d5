import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Where the built-in database lives inside the folder with everything that Hedgerow keeps. */
export function postgresFolder(dataFolder: string): string {
  return join(dataFolder, 'database')
}

/** Whether records were ever kept here: then a secret that is missing has been lost, and must not be made anew. */
export function hasRecords(dataFolder: string): boolean {
  const folder = postgresFolder(dataFolder)
  return existsSync(join(folder, 'cluster')) || existsSync(join(folder, 'moved-to'))
}

/** A file that a restore leaves in the database's folder until it is done: with it there, nothing starts. */
export const UNFINISHED = 'restore-unfinished'
