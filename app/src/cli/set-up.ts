import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { SetupProblem } from '../kernel/setup-problem.js'
import { answersFromFile } from '../setup/answers-from-file.js'
import { readSchoolFile } from '../setup/from-yaml.js'
import { planSchool } from '../setup/plan-school.js'
import { setUpSchool } from '../setup/set-up-school.js'
import { readFiles } from './import-people.js'
import { say, withHedgerow } from './with-hedgerow.js'

/** Sets a school up from a YAML file, asking nothing. Exit code 1, with every reason and nothing written, when it cannot. */
export async function setUp(from: string): Promise<number> {
  const source = await readFile(from, 'utf8').catch(() => {
    throw new SetupProblem(`There is no file ${from}.`)
  })
  const file = readSchoolFile(source)
  const files = await readFiles((file.people.files ?? []).map((path) => resolve(dirname(from), path)))
  return withHedgerow(async (hedgerow, { publicUrl }) => {
    const planned = await planSchool(hedgerow, await answersFromFile(hedgerow, file, files))
    if ('faults' in planned) {
      for (const { sentence } of planned.faults) say(sentence)
      say('Nothing was set up.')
      return 1
    }
    const { slips } = await setUpSchool(hedgerow, planned)
    say(`${planned.plan.name} is set up.`)
    for (const title of planned.vacant) say(`Nobody holds this post yet: ${title}.`)
    say(`First sign-ins, at ${publicUrl}/sign-in/${planned.plan.slug}/first. The codes are shown only now:`)
    for (const { name, username, code } of slips) say(`  ${name}: username ${username}, code ${code}`)
    say(`For children: ${publicUrl}/bother/${planned.plan.slug}`)
    say(`For parents and neighbours: ${publicUrl}/report/${planned.plan.slug}`)
    return 0
  })
}
