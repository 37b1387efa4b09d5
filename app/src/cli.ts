import { Command } from 'commander'
import { backUp, restoreFrom } from './cli/back-up.js'
import { buildExample } from './cli/example.js'
import { clauses } from './cli/clauses.js'
import { firstCode } from './cli/first-code.js'
import { importPeople } from './cli/import-people.js'
import { packsCheck } from './cli/packs-check.js'
import { setUp } from './cli/set-up.js'
import { verify } from './cli/verify.js'
import { say, withHedgerow } from './cli/with-hedgerow.js'
import { SetupProblem } from './kernel/setup-problem.js'
import { Refusal } from './kernel/refusal.js'

const program = new Command('hedgerow').description('A school’s online-safety policy, running.').showHelpAfterError()

/** A command's own result is its exit code. */
const ends = (code: Promise<number>): Promise<void> => code.then((given) => void (process.exitCode = given))

program
  .command('start')
  .description('start everything, as npm start does')
  .action(async () => void (await import('./main.js')))
program
  .command('setup')
  .description('set a school up from a file, asking nothing')
  .requiredOption('--from <file>', 'a YAML file like docs/operating/school.example.yaml')
  .action(({ from }: { from: string }) => ends(setUp(from)))
program
  .command('example')
  .description('make the example school')
  .action(() => ends(buildExample()))
program
  .command('import-people <file...>')
  .description('import people from CSV files or a OneRoster folder')
  .option('--school <slug>', 'which school, where there are several')
  .option('--dry-run', 'say what would change, and change nothing')
  .option('--skip-bad', 'leave bad rows out instead of refusing the file')
  .option('--agree', 'agree to what the import warns of, such as many leavers')
  .action((files: string[], options: object) => ends(importPeople(files, options)))
program
  .command('first-code <username>')
  .description('let somebody in again who lost their slip, password or telephone')
  .option('--school <slug>', 'which school, where there are several')
  .option('--second-factor', 'also take their second factors out of use', false)
  .action((username: string, options: { school?: string; secondFactor: boolean }) =>
    ends(firstCode({ username, ...options })),
  )
const packs = program.command('packs').description('work with packs')
packs
  .command('check [folder]')
  .description('judge every pack, in sentences')
  .action((folder?: string) => ends(packsCheck(folder)))
program
  .command('filter')
  .description('the web filter: compile, explain, test, diff, serve, export (see hedgerow filter --help)')
program
  .command('clauses')
  .description('count clauses, the requirements they answer and what checks them')
  .option('--json', 'as JSON')
  .option('--school <slug>', "also how they stand now in one school, or in 'all'")
  .action((options: { json?: boolean; school?: string }) => ends(clauses(options)))
program
  .command('verify')
  .description('check the journal and every sealed record')
  .option('--school <slug>', 'one school only')
  .option('--export <file>', 'also write the journal out, for tools/check-journal.mjs')
  .action((options: { school?: string; export?: string }) => ends(verify(options)))
program
  .command('backup <file>')
  .description('back the built-in database up into one file')
  .action((file: string) => ends(backUp(file)))
program
  .command('restore <file>')
  .description('restore a backup into an empty folder')
  .option('--into <folder>', 'instead of HEDGEROW_DATA')
  .action((file: string, { into }: { into?: string }) => ends(restoreFrom(file, into)))
program
  .command('migrate')
  .description('bring the database up to date')
  .action(() =>
    ends(
      withHedgerow(async () => {
        say('The database is up to date.')
        return 0
      }),
    ),
  )

program.parseAsync().catch((fault: unknown) => {
  const expected = fault instanceof SetupProblem || fault instanceof Refusal
  process.stderr.write(
    `${expected ? fault.message : fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`,
  )
  process.exitCode = 1
})
