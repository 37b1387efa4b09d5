import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { workerIn } from '../kernel/actor.js'
import { listSchools } from '../kernel/school.js'
import type { SchoolListing } from '../kernel/school.js'
import { SetupProblem } from '../kernel/setup-problem.js'
import { carryOut, lookOver } from '../modules/people/index.js'
import type { BroughtFile, LookedOver } from '../modules/people/index.js'
import { say, withHedgerow } from './with-hedgerow.js'

/** What `import-people` may be told. */
interface ImportOptions {
  readonly school?: string
  readonly dryRun?: boolean
  readonly skipBad?: boolean
  readonly agree?: boolean
}

/** As many problems as a person reads before they mend the file and try again. */
const mostShown = 200

/** The CSV files themselves, or all of a folder, unpacked. */
export async function readFiles(paths: readonly string[]): Promise<readonly BroughtFile[]> {
  const found = await Promise.all(paths.map(filesAt))
  return found.flat()
}

async function filesAt(path: string): Promise<readonly BroughtFile[]> {
  const at = await stat(path).catch(() => {
    throw new SetupProblem(`There is no file or folder ${path}.`)
  })
  if (!at.isDirectory()) return [{ name: basename(path), bytes: await readFile(path) }]
  const names = (await readdir(path)).filter((name) => /\.(csv|txt)$/i.test(name))
  if (names.length === 0) throw new SetupProblem(`The folder ${path} holds no CSV files.`)
  return Promise.all(names.map(async (name) => ({ name, bytes: await readFile(join(path, name)) })))
}

function chooseSchool(schools: readonly SchoolListing[], slug: string | undefined): SchoolListing {
  const fitting = schools.filter((school) => (slug === undefined ? !school.example : school.slug === slug))
  const [only] = fitting
  if (only && fitting.length === 1) return only
  if (slug !== undefined) throw new SetupProblem(`There is no school "${slug}" here.`)
  if (fitting.length === 0) throw new SetupProblem('There is no school here yet. Set one up first.')
  throw new SetupProblem(`Say which school: ${fitting.map((school) => `--school ${school.slug}`).join(', ')}.`)
}

function tell({ plan, counts, problems }: LookedOver): void {
  for (const { file, line, severity, sentence } of problems.slice(0, mostShown))
    say(`${file}${line === null ? '' : `, line ${line}`}: ${severity === 'wrong' ? '' : '(doubtful) '}${sentence}`)
  if (problems.length > mostShown) say(`… and ${problems.length - mostShown} more.`)
  say(
    `${counts.added} people to add, ${counts.changed} to change, ${counts.ended} to end, ${counts.same} stay as they are; ${plan.responsibilities.add.length} links between children and adults to add, ${plan.responsibilities.end.length} to end.`,
  )
  for (const { sentence } of plan.guards) say(sentence)
}

/** Why a plan is not carried out, or null. */
function obstacle({ plan, wrong }: LookedOver, options: ImportOptions): string | null {
  if (wrong > 0 && !options.skipBad)
    return `${wrong} things are wrong, so nothing was changed. Mend the file, or leave the wrong rows out with --skip-bad.`
  if (plan.guards.length > 0 && !options.agree) return 'Nothing was changed. If that is right, say so with --agree.'
  return null
}

/** Imports people from CSV files or a OneRoster folder. Exit code 0 when it was done or there was nothing to do, 1 when not. */
export const importPeople = (paths: readonly string[], options: ImportOptions): Promise<number> =>
  withHedgerow(async ({ db }) => {
    const files = await readFiles(paths)
    const school = chooseSchool(await listSchools(db), options.school)
    const actor = workerIn(school.school_id)
    const looked = await lookOver(db, actor, files)
    if ('unreadable' in looked) {
      say(looked.unreadable)
      return 1
    }
    tell(looked)
    const why = obstacle(looked, options)
    if (why) say(why)
    if (options.dryRun) {
      say('This was a dry run: nothing was changed.')
      return why ? 1 : 0
    }
    if (why) return 1
    await carryOut(db, actor, looked)
    say(`Done at ${school.name}.`)
    return 0
  })
