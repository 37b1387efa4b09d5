import type { Actor } from '../../../kernel/actor.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import type { Db } from '../../../kernel/db/database.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { Refusal } from '../../../kernel/refusal.js'
import type { ExistingRoster } from '../import/existing.js'
import { headingFingerprint, mappingFaults } from '../import/mapping/mapping.js'
import type { Mapping } from '../import/mapping/mapping.js'
import { suggestMapping } from '../import/mapping/suggest-mapping.js'
import { readOneRoster } from '../import/oneroster/read-one-roster.js'
import type { ImportedRoster, ImportFile } from '../import/people/import-setting.js'
import { readPeople } from '../import/people/read-people.js'
import type { ImportPlan } from '../import/plan/import-plan.js'
import { planImport } from '../import/plan/plan-import.js'
import type { ImportProblem } from '../import/problem.js'
import { readTable } from '../import/table/read-table.js'
import { isUnreadable } from '../import/table/table.js'
import type { Table, Unreadable } from '../import/table/table.js'
import { existingRoster } from '../queries/existing-roster.js'
import { mappingFor, rememberMapping } from '../queries/mapping-for.js'
import { applyImport } from './apply-import.js'
import type { ImportOutcome, ImportProgress } from './apply-import.js'

/** A file as it came. */
export interface BroughtFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What the person who brings files may say of them. */
export interface ImportWishes {
  /** False when the files do not hold everybody of the kinds they are about: then nobody is ended. True unless said. */
  readonly whole?: boolean
  /** What the columns mean, by heading fingerprint, where somebody corrected what we took them for. */
  readonly mappings?: ReadonlyMap<string, Mapping>
}

/** How one file was read: for the page on which somebody corrects it. Null for a OneRoster set, which says itself. */
export interface ReadAs {
  readonly file: string
  readonly fingerprint: string
  readonly headings: readonly string[]
  readonly mapping: Mapping
  readonly faults: readonly string[]
  readonly unknown: readonly string[]
}

/** Files looked over: what an import would do, and everything wrong. Nothing has been done yet. */
export interface LookedOver {
  readonly files: readonly string[]
  readonly readAs: readonly ReadAs[]
  readonly plan: ImportPlan
  readonly problems: readonly ImportProblem[]
  /** How many problems keep a row out. */
  readonly wrong: number
  readonly counts: { readonly added: number; readonly changed: number; readonly ended: number; readonly same: number }
}

/** Reads files and says what an import of them would do: the dry run. A sentence when a file cannot be read at all. */
export async function lookOver(
  db: Db,
  actor: Actor,
  files: readonly BroughtFile[],
  wishes: ImportWishes = {},
): Promise<LookedOver | Unreadable> {
  return reading(db, actor, async (tx) => lookOverIn(tx, files, wishes, await existingRoster(tx)))
}

/** The same inside a transaction; for a school that is still being set up, `existing` is nobody. */
export async function lookOverIn(
  tx: ReadTx,
  files: readonly BroughtFile[],
  wishes: ImportWishes,
  existing: ExistingRoster,
): Promise<LookedOver | Unreadable> {
  const today = londonDate(tx.now).toString()
  const remembered = (fingerprint: string) => wishes.mappings?.get(fingerprint) ?? mappingFor(tx, fingerprint)
  const read = await readFiles(files, { whole: wishes.whole !== false, today, existing }, remembered)
  if ('unreadable' in read) return read
  const plan = planImport(existing, read.roster, today)
  return {
    files: files.map(({ name }) => name),
    readAs: read.readAs,
    plan,
    problems: plan.problems,
    wrong:
      plan.problems.filter(({ severity }) => severity === 'wrong').length +
      read.readAs.flatMap(({ faults }) => faults).length,
    counts: { added: plan.add.length, changed: plan.change.length, ended: plan.end.length, same: plan.same },
  }
}

interface Read {
  readonly roster: ImportedRoster
  readonly readAs: readonly ReadAs[]
}

type Setting = { readonly whole: boolean; readonly today: string; readonly existing: ExistingRoster }
type Remembered = (fingerprint: string) => Mapping | null | Promise<Mapping | null>

async function readFiles(
  files: readonly BroughtFile[],
  setting: Setting,
  remembered: Remembered,
): Promise<Read | Unreadable> {
  if (files.some(({ name }) => /(^|\/)(manifest|users)\.csv$/i.test(name))) {
    const set = new Map(files.map(({ name, bytes }) => [name, bytes]))
    const roster = await readOneRoster(set, { ...setting, system: 'oneroster' })
    return isUnreadable(roster) ? roster : { roster, readAs: [] }
  }
  const read: { readonly file: ImportFile; readonly as: ReadAs }[] = []
  for (const { name, bytes } of files) {
    const table = await readTable(bytes, { name })
    if (isUnreadable(table)) return { ...table, unreadable: `${name}: ${table.unreadable}` }
    read.push(await readAs(table, remembered))
  }
  const usable = read.filter(({ as }) => as.faults.length === 0).map(({ file }) => file)
  return { roster: readPeople(usable, { ...setting, system: 'mis' }), readAs: read.map(({ as }) => as) }
}

async function readAs(
  table: Table,
  remembered: Remembered,
): Promise<{ readonly file: ImportFile; readonly as: ReadAs }> {
  const fingerprint = headingFingerprint(table.headings)
  const suggested = suggestMapping(table.headings)
  const mapping = (await remembered(fingerprint)) ?? suggested.mapping
  const faults = mappingFaults(mapping, table.headings)
  const { unknown } = suggested
  return {
    file: { table, mapping },
    as: { file: table.name, fingerprint, headings: table.headings, mapping, faults, unknown },
  }
}

/** Carries out what was looked over, in one transaction, and remembers what the columns meant. The caller has had every guard agreed to. */
export function carryOut(db: Db, actor: Actor, looked: LookedOver, progress?: ImportProgress): Promise<ImportOutcome> {
  if (looked.readAs.some(({ faults }) => faults.length > 0))
    throw new Refusal('invalid', 'Say what the columns of the file mean first.')
  return inSchool(db, actor, async (tx) => {
    const outcome = await applyImport(tx, looked.plan, looked.files, progress)
    for (const { fingerprint, mapping } of looked.readAs) await rememberMapping(tx, fingerprint, mapping)
    return outcome
  })
}
