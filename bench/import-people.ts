import { settingUp } from '../app/src/kernel/actor.js'
import type { Db } from '../app/src/kernel/db/database.js'
import { inSchool } from '../app/src/kernel/db/in-school.js'
import { addSchool, newSchoolId } from '../app/src/kernel/school.js'
import { carryOut, lookOver } from '../app/src/modules/people/index.js'

/** A pupils' file as a school's system exports it: one line a child, fictional names. */
function pupilsFile(count: number): Uint8Array {
  const lines = Array.from({ length: count }, (_, at) => {
    const born = `${String((at % 28) + 1).padStart(2, '0')}/05/2018`
    return `P${at},Child${at % 997},Family${at},${born},${(at % 6) + 1},${(at % 6) + 1} Oak`
  })
  return Buffer.from(['Pupil ID,Legal Forename,Legal Surname,Date of Birth,Year,Class', ...lines, ''].join('\n'))
}

/** Imports this many pupils into a school that has none: the file read, looked over and carried out. Returns seconds. */
export async function importPeople(db: Db, count: number): Promise<number> {
  const school = newSchoolId()
  await inSchool(db, settingUp(school), (tx) =>
    addSchool(tx, { name: 'Larchfield Bench Primary', slug: 'larchfield-bench', example: false, phone: null }),
  )
  const bytes = pupilsFile(count)
  const began = performance.now()
  const looked = await lookOver(db, settingUp(school), [{ name: 'pupils.csv', bytes }])
  if ('unreadable' in looked) throw new Error(looked.unreadable)
  if (looked.counts.added !== count)
    throw new Error(`Only ${looked.counts.added} of ${count} would be added: ${looked.problems[0]?.sentence ?? ''}`)
  await carryOut(db, settingUp(school), looked)
  return (performance.now() - began) / 1000
}
