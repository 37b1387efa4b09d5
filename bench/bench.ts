import { cpus, totalmem } from 'node:os'
import { makeDataFolder } from '../app/test/hardship/data-folder.js'
import type { DataFolder } from '../app/test/hardship/data-folder.js'
import { startApp } from '../app/test/hardship/running-app.js'
import { cellsFor } from './cells.js'
import { importPeople } from './import-people.js'
import { makeBenchSchool } from './make-bench-school.js'
import { compare, sizeOf } from './measure.js'
import { printCell, printFigure, printHead } from './print-table.js'
import { idleMemory, startTimes } from './process-costs.js'
import { runBare } from './run-bare.js'

const quick = process.argv.includes('--quick')
const size = quick
  ? { concerns: 20_000, people: 2_000, seconds: 1, idle: 3 }
  : { concerns: 100_000, people: 20_000, seconds: 3, idle: 10 }
/** A flag for whoever looks for the reason of a figure: the application's own profile, written where we stand. */
const nodeOptions = process.argv.includes('--profile') ? ['--cpu-prof', '--cpu-prof-dir=profiles'] : []

const thousands = (number: number): string => number.toLocaleString('en-GB')

async function prepare(data: DataFolder) {
  const hedgerow = await data.open()
  try {
    const began = performance.now()
    const school = await makeBenchSchool(hedgerow, size.concerns)
    const filled = ((performance.now() - began) / 1000).toFixed(1)
    printFigure('school filled', `${thousands(size.concerns)} concerns in ${filled} s`, '–')
    const seconds = await importPeople(hedgerow.db, size.people)
    const rate = thousands(Math.round(size.people / seconds))
    printFigure('people imported', `${thousands(size.people)} in ${seconds.toFixed(1)} s, ${rate}/s`, '–')
    return { school, ownerUrl: hedgerow.ownerUrl }
  } finally {
    await hedgerow.close()
  }
}

async function measure(data: DataFolder): Promise<void> {
  const { school, ownerUrl } = await prepare(data)
  const { app: alone, launcher } = await startTimes(data.path)
  printFigure(
    'start, database stopped before',
    `${alone.toFixed(0)} ms, by npm start ${launcher.toFixed(0)} ms`,
    '≤ 2,000 ms',
  )
  const app = await startApp(data.path, { nodeOptions })
  const bare = await runBare(ownerUrl)
  try {
    const memory = await idleMemory(app.pid, size.idle)
    printFigure(
      'memory of the idle application',
      memory === null ? 'not known here' : `${memory.toFixed(0)} MB`,
      '≤ 130 MB',
    )
    printHead()
    for (const cell of await cellsFor(app.url, bare.url, school)) {
      const bytes = await sizeOf(cell.ours)
      printCell(cell, await compare(cell.ours, cell.bare, size.seconds), bytes)
    }
  } finally {
    await bare.stop()
    await app.stop()
  }
}

const began = performance.now()
const memoryGb = Math.round(totalmem() / 1024 ** 3)
printFigure(
  'machine',
  `${cpus().length} cores, ${memoryGb} GB, Node ${process.versions.node}`,
  `${cpus()[0]?.model ?? ''}`,
)
const data = await makeDataFolder()
try {
  await measure(data)
} finally {
  await data.remove()
}
printFigure('\nthe whole run', `${((performance.now() - began) / 1000).toFixed(0)} s`, '')
