import { cpus, loadavg, totalmem } from 'node:os'
import { readFile } from 'node:fs/promises'
import type { DataFolder } from '../app/test/hardship/data-folder.js'
import { startApp } from '../app/test/hardship/running-app.js'
import type { SchoolId } from '../app/src/kernel/ids.js'
import { buildExample } from '../app/src/setup/example/build-example.js'
import { benchFolder, noteSchool, schoolLeftIn } from './bench-folder.js'
import { cellsFor } from './cells.js'
import { importPeople } from './import-people.js'
import { makeBenchSchool, signedInAsDsl } from './make-bench-school.js'
import type { BenchSchool } from './make-bench-school.js'
import { compare, sizeOf } from './measure.js'
import { processorTime } from './processor-time.js'
import { readOptions } from './options.js'
import { printCell, printFigure, printHead } from './print-table.js'
import { openLinks, planSigning, signClasses } from './signing.js'
import type { SigningPlan, Spread } from './signing.js'
import { idleMemory, startTimes } from './process-costs.js'
import { runBare } from './run-bare.js'
import { fullSchoolCost, schoolsCost } from './schools.js'

const options = readOptions(process.argv.slice(2))
const nodeOptions = options.profile ? ['--cpu-prof', '--cpu-prof-dir=profiles'] : []

const thousands = (number: number): string => number.toLocaleString('en-GB')

/** What has to be ended with us, should somebody end us: a database that was opened in this very process. */
let opened: Awaited<ReturnType<DataFolder['open']>> | null = null

async function prepare(data: DataFolder) {
  const left = await schoolLeftIn(data)
  const hedgerow = (opened = await data.open())
  try {
    const school = left ?? (await fill(hedgerow))
    await noteSchool(data, school)
    const cookie = await signedInAsDsl(hedgerow, school.school)
    const signing =
      options.only.length === 0 || options.only.includes('signing') ? await planSigning(hedgerow, school.school) : null
    return { school, cookie, signing, ownerUrl: hedgerow.ownerUrl }
  } finally {
    opened = null
    await hedgerow.close()
  }
}

async function fill(hedgerow: Awaited<ReturnType<DataFolder['open']>>): Promise<BenchSchool> {
  const began = performance.now()
  const school = await makeBenchSchool(hedgerow, options.concerns)
  const filled = ((performance.now() - began) / 1000).toFixed(1)
  printFigure('school filled', `${thousands(options.concerns)} concerns in ${filled} s`, '–')
  const seconds = await importPeople(hedgerow.db, options.people)
  const rate = thousands(Math.round(options.people / seconds))
  printFigure('people imported', `${thousands(options.people)} in ${seconds.toFixed(1)} s, ${rate}/s`, '–')
  return school
}

async function measureProcess(data: DataFolder): Promise<void> {
  const { app, launcher } = await startTimes(data.path)
  const start = `${app.toFixed(0)} ms, by npm start ${launcher.toFixed(0)} ms`
  printFigure('start, database stopped before', start, '≤ 2,000 ms')
}

async function measureSigning(app: string, plan: SigningPlan): Promise<void> {
  const say = ({ count, p50, p99, failed }: Spread): string =>
    `${count}: p50 ${p50.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, ${failed} failed`
  const { cold, warm } = await signClasses(app, plan)
  printFigure('a class signs at once, after a start', say(cold), '–')
  printFigure('a class signs at once, later', say(warm), 'p99 ≤ 200 ms')
  printFigure('parents open links, 20 a second', say(await openLinks(app, plan)), 'p99 ≤ 200 ms')
}

/** What 1, 10 and 100 schools in one database cost the worker: minutes of filling, so only when it is asked for by name. */
async function measureSchools(data: DataFolder): Promise<void> {
  const hedgerow = (opened = await data.open())
  const withRecords = async (what: string, school: SchoolId): Promise<void> => {
    const { first, later } = await fullSchoolCost(hedgerow, school)
    printFigure(what, `${first.toFixed(0)} ms the first time, ${later.toFixed(0)} ms later`, '≤ 1,000 ms')
  }
  const { school, clauses } = await makeBenchSchool(hedgerow, options.concerns)
  await withRecords(`${clauses} promises, ${thousands(options.concerns)} concerns`, school)
  const refused = (story: string, act: string): void => {
    throw new Error(`${story} was refused its act ${act}`)
  }
  await withRecords('709 promises, 2 years of records', await buildExample(hedgerow, refused))
  const there: SchoolId[] = []
  for (const schools of [1, 10, 100]) {
    const { judged, still } = await schoolsCost(hedgerow, there, schools)
    const night = ((judged * schools) / 1000).toFixed(0)
    const figure = `${judged.toFixed(0)} ms judged, ${still.toFixed(1)} ms still; all ${night} s`
    printFigure(`each of ${schools} ${schools === 1 ? 'school' : 'schools'}`, figure, 'as one, ≤ 1,000 ms')
  }
  opened = null
  await hedgerow.close()
}

async function measure(data: DataFolder): Promise<void> {
  const { school, cookie, signing, ownerUrl } = await prepare(data)
  if (options.only.length === 0) await measureProcess(data)
  const app = await startApp(data.path, { nodeOptions })
  const bare = await runBare(ownerUrl)
  const postmaster = Number((await readFile(await data.postmasterFile(), 'utf8')).split('\n')[0])
  const meters = { ours: processorTime(app.pid, postmaster), bare: processorTime(bare.pid, postmaster) }
  try {
    const memory = options.only.length === 0 ? await idleMemory(app.pid, options.idle) : null
    if (memory !== null) printFigure('memory of the idle application', `${memory.toFixed(0)} MB`, '≤ 130 MB')
    if (signing) await measureSigning(app.url, signing)
    printHead()
    const cells = await cellsFor({ app: app.url, bare: bare.url }, school, cookie)
    const chosen = cells.filter(({ name }) => options.only.length === 0 || options.only.some((w) => name.includes(w)))
    for (const cell of chosen) {
      const bytes = await sizeOf(cell.ours)
      printCell(cell, await compare(cell, options.seconds, meters), bytes)
    }
  } finally {
    await bare.stop()
    await app.stop()
  }
}

const load = (): string => (loadavg()[0] ?? 0).toFixed(1)
const began = performance.now()
const memoryGb = Math.round(totalmem() / 1024 ** 3)
const machine = `${cpus().length} cores, ${memoryGb} GB, Node ${process.versions.node}`
printFigure('machine', machine, cpus()[0]?.model ?? '')
printFigure('load before', load(), '')
const data = await benchFolder(options.keep)
/** The children end with us by themselves; a folder that is nobody's any more has to be taken away. */
async function giveUp(): Promise<never> {
  await opened?.close().catch(() => undefined)
  await data.remove().catch(() => undefined)
  process.exit(1)
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void giveUp())
try {
  await (options.only.includes('schools') ? measureSchools(data) : measure(data))
} finally {
  await data.remove()
}
printFigure('load after', load(), '')
printFigure('the whole run', `${((performance.now() - began) / 1000).toFixed(0)} s`, '')
