import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { workerIn } from '../kernel/actor.js'
import { reading } from '../kernel/db/in-school.js'
import { exportJournal } from '../kernel/journal/export.js'
import { sealWaiting } from '../kernel/journal/sealer.js'
import { verifyJournal } from '../kernel/journal/verify.js'
import { listSchools } from '../kernel/school.js'
import type { SchoolListing } from '../kernel/school.js'
import type { Hedgerow } from '../open-hedgerow.js'
import { say, withHedgerow } from './with-hedgerow.js'

async function verifySchool({ db, keys, modules }: Hedgerow, school: SchoolListing): Promise<number> {
  const sealed = modules.flatMap((module) => module.sealed)
  const found = await reading(db, workerIn(school.school_id), (tx) => verifyJournal(tx, keys.journal, sealed))
  for (const { sentence } of found.faults) say(`  ${sentence}`)
  const end = found.head ? ` The chain ends at ${found.head.position}:${found.head.hash}.` : ''
  const verdict = found.faults.length === 0 ? 'nothing was altered, dropped or moved' : `${found.faults.length} faults`
  say(`${school.name}: ${found.links} entries and ${found.records} sealed records: ${verdict}.${end}`)
  return found.faults.length
}

async function writeExport({ db }: Hedgerow, school: SchoolListing, file: string): Promise<void> {
  const stream = createWriteStream(file, { mode: 0o600 })
  await reading(db, workerIn(school.school_id), async (tx) => {
    for await (const line of exportJournal(tx)) stream.write(`${line}\n`)
  })
  stream.end()
  await finished(stream)
  say(`The journal of ${school.name} is in ${file}. Check it anywhere: node tools/check-journal.mjs ${file}`)
}

/** Checks every school's journal and sealed records; with a file, also writes the journal of the one school out. Exit code 1 when anything is wrong. */
export const verify = (options: { readonly export?: string; readonly school?: string }): Promise<number> =>
  withHedgerow(async (hedgerow) => {
    await sealWaiting(hedgerow)
    const all = await listSchools(hedgerow.db)
    const schools = all.filter(({ slug }) => options.school === undefined || slug === options.school)
    if (schools.length === 0) {
      say(options.school ? `There is no school "${options.school}" here.` : 'There is no school here yet.')
      return options.school ? 1 : 0
    }
    let faults = 0
    for (const school of schools) faults += await verifySchool(hedgerow, school)
    const [only] = schools
    if (options.export !== undefined && only) await writeExport(hedgerow, only, options.export)
    return faults === 0 ? 0 : 1
  })
