import { join } from 'node:path'
import { checkPacks } from '../engine/packs/check-packs.js'
import { loadPack } from '../engine/packs/load-pack.js'
import { coverage } from '../engine/packs/coverage.js'
import { readKnown } from '../engine/packs/known.js'
import { clausesOf } from '../engine/packs/lookup.js'
import { projectRoot } from '../kernel/root.js'
import { modules } from '../modules.js'
import { mechanismsOf } from '../modules/policy/index.js'
import { statesOfSchools } from './clause-states.js'
import type { SchoolStates } from './clause-states.js'
import { say } from './with-hedgerow.js'

/** What `clauses` says of one pack. */
interface PackClauses {
  readonly pack: string
  readonly version: string
  readonly clauses: number
  /** Requirements of the school's own policy that a clause answers, and how many there are; the base answers none. */
  readonly requirements: number
  readonly ofRequirements: number
  /** Those that no clause answers. */
  readonly missing: readonly string[]
  /** Clauses all of whose mechanisms are built, some of whose are, none of whose are. */
  readonly built: { readonly wholly: number; readonly partly: number; readonly not: number }
  readonly notBuilt: readonly { readonly mechanism: string; readonly clauses: number }[]
  /** How the clauses stand now in each school asked about that lives by this pack; empty when none was asked about. */
  readonly schools: readonly SchoolStates[]
}

/** The requirements of the school that a pack is for: those that begin with the same number as what it cites. */
function requirementsOf(sources: readonly string[], known: ReadonlySet<string>): readonly string[] {
  const numbers = new Set(sources.map((id) => id.slice(0, 3)))
  return [...known].filter((id) => numbers.has(id.slice(0, 3)))
}

async function clausesIn(folder: string, id: string): Promise<PackClauses | null> {
  const loaded = await loadPack(folder, id)
  if ('problems' in loaded) return null
  const built = mechanismsOf(modules)
  const all = clausesOf(loaded.pack)
  const sources = all.flatMap(({ source = [] }) => source)
  const wanted = requirementsOf(sources, (await readKnown(folder)).requirements)
  const { byClause, elsewhere, missing: absent } = coverage(loaded.pack, wanted)
  const shares = all.map(({ keptBy }) => keptBy.filter(({ mechanism }) => built.has(mechanism)).length / keptBy.length)
  const missing = all
    .flatMap(({ keptBy }) => keptBy.map(({ mechanism }) => mechanism))
    .filter((mechanism) => !built.has(mechanism))
  const counted = Map.groupBy(missing, (mechanism) => mechanism)
  return {
    pack: id,
    version: loaded.pack.version,
    clauses: all.length,
    requirements: byClause.length,
    ofRequirements: wanted.length,
    missing: [...elsewhere, ...absent].toSorted(),
    built: {
      wholly: shares.filter((share) => share === 1).length,
      partly: shares.filter((share) => share > 0 && share < 1).length,
      not: shares.filter((share) => share === 0).length,
    },
    notBuilt: [...counted]
      .map(([mechanism, each]) => ({ mechanism, clauses: each.length }))
      .toSorted((a, b) => b.clauses - a.clauses),
    schools: [],
  }
}

const inWords = ({ school, version, states }: SchoolStates): string =>
  `  ${school}, by version ${version}: ${Object.entries(states)
    .map(([verdict, count]) => `${count} ${verdict}`)
    .join(', ')}.`

/**
 * Counts the clauses of every shipped pack, the requirements they answer and which of their mechanisms are built; with a
 * school's slug, or 'all', also how the clauses stand there now. Exit code 1 when there is no such school.
 */
export async function clauses({
  json,
  school,
}: {
  readonly json?: boolean
  readonly school?: string
}): Promise<number> {
  const folder = join(projectRoot(), 'packs')
  const { packs } = await checkPacks(folder)
  const read = (await Promise.all(packs.map(({ pack }) => clausesIn(folder, pack)))).flatMap((each) => each ?? [])
  const asked = school === undefined ? [] : await statesOfSchools(school)
  if (asked === null) {
    say(`There is no school "${school}" here.`)
    return 1
  }
  const counted = read.map((each) => ({ ...each, schools: asked.filter(({ pack }) => pack === each.pack) }))
  if (json) say(JSON.stringify(counted, null, 2))
  else
    for (const { pack, clauses: all, requirements, ofRequirements, built, schools } of counted) {
      say(
        `${pack}: ${all} clauses for ${requirements} of ${ofRequirements} requirements; ${built.wholly} wholly checked by Hedgerow, ${built.partly} partly, ${built.not} not yet.`,
      )
      for (const each of schools) say(inWords(each))
    }
  return 0
}
