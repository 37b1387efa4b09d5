import { SetupProblem } from '../setup-problem.js'

const KNOWN: readonly (readonly [RegExp, string])[] = [
  [
    /No space left on device/i,
    'The disk is full, so the database cannot start. Free some space; nothing stored is lost.',
  ],
  [/Read-only file system/i, 'The disk with the records is read-only. Check it with your technician before going on.'],
  [
    /database files are incompatible/i,
    'These records were made by another version of PostgreSQL, or are damaged. See docs/operating/upgrade.md.',
  ],
  [
    /could not create shared memory|could not map anonymous|Cannot allocate memory/i,
    'This machine has too little free memory for the database: it needs about 200 MB.',
  ],
  [
    /could not bind|could not create any (Unix-domain|TCP)/i,
    'The database cannot open its socket. Is another PostgreSQL using the same folder or port?',
  ],
  [
    /lock file .* already exists/i,
    'Another PostgreSQL is using these records, and Hedgerow cannot reach it. Stop that one first.',
  ],
  [
    /could not open shared object|error while loading shared libraries/i,
    'A system library that PostgreSQL needs is missing from this machine. See the last lines of its log.',
  ],
  [
    /could not locate a valid checkpoint|invalid (primary )?checkpoint|incorrect checksum in control file/i,
    'The database files are damaged. Do not delete anything; restore the last backup into a new folder.',
  ],
  [
    /has wrong ownership|Permission denied|invalid permissions/i,
    'The account that runs the database may not read its own files. Check who owns the folder.',
  ],
]

/** Turns what PostgreSQL wrote when it failed into a sentence for the person who runs the machine. */
export function explainFailure(output: string, logFile: string): SetupProblem {
  const known = KNOWN.find(([pattern]) => pattern.test(output))
  const sentence = known?.[1] ?? 'The database did not start.'
  const said = /(?:FATAL|PANIC|initdb: error|error):\s+(.*)/.exec(output)?.[1]
  return new SetupProblem(`${sentence}${said === undefined ? '' : ` It said: "${said}".`} Its log is ${logFile}.`)
}
