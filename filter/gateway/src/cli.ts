import { enableCompileCache } from 'node:module'
import { dirname, join } from 'node:path'
import { Command } from 'commander'
import type { DiffOptions } from './commands/diff.js'
import type { ExplainOptions } from './commands/explain.js'
import type { ExportOptions } from './commands/export.js'
import type { FlagsOptions } from './commands/flags.js'
import type { JudgeOptions } from './commands/judge.js'
import type { WhyOptions } from './commands/why.js'
import { say } from './commands/say.js'
import { Problem } from './problem.js'

// Compiling takes a good part of a start. What it made is kept beside the program and not in /tmp, where anybody could leave
// code for us to run; where it cannot be written, nothing is kept and nothing fails.
enableCompileCache(join(dirname(process.argv[1] ?? '.'), '.compile-cache'))

// Whoever reads a command's answer may stop reading: "filter explain … | head". A gateway has to go on without its reader.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault
  if (process.argv[2] !== 'serve') process.exit()
})

const program = new Command('hedgerow filter')
  .description('The school’s web filter, from the command line. It needs no database.')
  .showHelpAfterError()

// Each command is loaded when it is asked for: a gateway holds in memory only what it serves with.
/** A command's own result is its exit code. */
const ends = (code: Promise<number>): Promise<void> => code.then((given) => void (process.exitCode = given))

const several = (value: string, before: readonly string[] = []): string[] => [...before, value]

/** A command that reads a snapshot. */
const reads = (command: Command): Command =>
  command
    .option('--snapshot <file>', 'the snapshot', 'snapshot.hgf')
    .option('--key <file>', 'the public key that it is signed with', 'filter.pub')

/** A command that is about somebody at some time. */
const asks = (command: Command): Command =>
  reads(command)
    .requiredOption('--group <id>', 'who asks: a group of the policy')
    .option('--person <id>', 'a person')
    .option('--class <name>', 'a class the person is in now; may come several times', several)
    .option('--device <id>', 'a device')
    .option('--place <id>', 'a place')
    .option('--at <time>', "local time, '2026-11-26 10:15'; now unless said")

/** A command about what was raised for a person to judge. */
const judges = (command: Command): Command =>
  command
    .option('--log <path>', 'a file of the gateway’s log, or its folder', 'log')
    .option('--judgements <file>', 'what was judged so far', 'judgements.csv')

program
  .command('keys <name>')
  .description('make the keys that sign snapshots: <name>.key, to be kept secret, and <name>.pub for the gateways')
  .action(async (name: string) => {
    const { makeKeys } = await import('./serve/seal.js')
    const { key, pub } = makeKeys(name)
    say(`${key} signs: keep it on the machine that compiles. ${pub} checks: give it to every gateway.`)
  })
program
  .command('compile <config>')
  .description('compile lists and policy into one signed snapshot')
  .option('--anew', 'read every list, also those that have not changed')
  .action((config: string, options: { anew?: boolean }) =>
    ends(import('./commands/compile.js').then(({ compileSnapshot }) => compileSnapshot(config, options))),
  )
program
  .command('go-back <config> <number>')
  .description('make a new snapshot of a kept one, with the newest layer of illegal content')
  .action((config: string, number: string) =>
    ends(import('./commands/go-back.js').then(({ goBack }) => goBack(config, number))),
  )
asks(program.command('explain <target>'))
  .description('say what is decided about a host or an address, and why')
  .option('--kind <kind>', 'dns, connect, http, search or extension')
  .option('--text <words>', 'what was typed, or the text of a page')
  .option('--json', 'the whole decision as JSON')
  .action((target: string, options: ExplainOptions) =>
    ends(import('./commands/explain.js').then(({ explain }) => explain(target, options))),
  )
reads(program.command('why <decision>'))
  .description('say how something in the log was decided, by the id on its block page')
  .option('--log <path>', 'a file of the gateway’s log, or its folder', 'log')
  .action((decision: string, options: WhyOptions) =>
    ends(import('./commands/why.js').then(({ why }) => why(decision, options))),
  )
reads(program.command('test <expectations>'))
  .description('ask every question of a CSV file (target, group, verdict, …) and say where the answer is another')
  .action((file: string, options: { snapshot: string; key: string }) =>
    ends(import('./commands/test-expectations.js').then(({ testExpectations }) => testExpectations(file, options))),
  )
program
  .command('diff <before> <after>')
  .description('say in sentences what one snapshot would answer otherwise than another, replayed over a log')
  .requiredOption('--log <path>', 'a file of the gateway’s log, or its folder')
  .option('--key <file>', 'the public key that both are signed with', 'filter.pub')
  .action((before: string, after: string, options: DiffOptions) =>
    ends(import('./commands/diff.js').then(({ diff }) => diff(before, after, options))),
  )
judges(program.command('flags'))
  .description('say what waits for a person to judge, and how often each rule was right')
  .action((options: FlagsOptions) => ends(import('./commands/flags.js').then(({ flags }) => flags(options))))
judges(program.command('judge <decision> <true|false>'))
  .description('judge what was raised; every phrase and rule behind it keeps its count')
  .requiredOption('--by <name>', 'who judges')
  .action((decision: string, verdict: string, options: JudgeOptions) =>
    ends(import('./commands/judge.js').then(({ judge }) => judge(decision, verdict, options))),
  )
program
  .command('serve <config>')
  .description('serve DNS, proxy, block page and status until told to stop; SIGHUP takes in what is new')
  .action((config: string) => ends(import('./commands/serve.js').then(({ serve }) => serve(config))))
asks(program.command('export'))
  .description('write a group’s policy for another program')
  .requiredOption('--as <program>', 'rpz, knot, dnsmasq, squid, pac or chromium')
  .requiredOption('--into <folder>', 'where the files go')
  .option('--page <address>', 'answer blocked names with this IPv4 address; with "no such name" unless said')
  .option('--proxy <host:port>', 'for pac: the proxy that shows the block page')
  .action((options: ExportOptions) =>
    ends(import('./commands/export.js').then(({ exportSnapshot }) => exportSnapshot(options))),
  )
program
  .command('password')
  .description('turn a password, typed on standard input, into what belongs into the file of people')
  .action(() => ends(import('./commands/password.js').then(({ password }) => password())))

program.parseAsync().catch((fault: unknown) => {
  const expected = fault instanceof Problem
  process.stderr.write(
    `${expected ? fault.message : fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`,
  )
  process.exitCode = 1
})
