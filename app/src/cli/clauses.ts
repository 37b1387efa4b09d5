import { join } from 'node:path'
import { checkPacks } from '../engine/packs/check-packs.js'
import { loadPack } from '../engine/packs/load-pack.js'
import { clausesOf } from '../engine/packs/lookup.js'
import { projectRoot } from '../kernel/root.js'
import { modules } from '../modules.js'
import { mechanismsOf } from '../modules/policy/index.js'
import { say } from './with-hedgerow.js'

/** What `clauses` says of one pack. */
interface PackClauses {
  readonly pack: string
  readonly version: string
  readonly clauses: number
  /** Requirements of the school's own policy that a clause answers. */
  readonly requirements: number
  /** Clauses all of whose mechanisms are built, some of whose are, none of whose are. */
  readonly built: { readonly wholly: number; readonly partly: number; readonly not: number }
  readonly notBuilt: readonly { readonly mechanism: string; readonly clauses: number }[]
}

async function clausesIn(folder: string, id: string): Promise<PackClauses | null> {
  const loaded = await loadPack(folder, id)
  if ('problems' in loaded) return null
  const built = mechanismsOf(modules)
  const all = clausesOf(loaded.pack)
  const shares = all.map(({ keptBy }) => keptBy.filter(({ mechanism }) => built.has(mechanism)).length / keptBy.length)
  const missing = all
    .flatMap(({ keptBy }) => keptBy.map(({ mechanism }) => mechanism))
    .filter((mechanism) => !built.has(mechanism))
  const counted = Map.groupBy(missing, (mechanism) => mechanism)
  return {
    pack: id,
    version: loaded.pack.version,
    clauses: all.length,
    requirements: new Set(all.flatMap(({ source = [] }) => source)).size,
    built: {
      wholly: shares.filter((share) => share === 1).length,
      partly: shares.filter((share) => share > 0 && share < 1).length,
      not: shares.filter((share) => share === 0).length,
    },
    notBuilt: [...counted]
      .map(([mechanism, each]) => ({ mechanism, clauses: each.length }))
      .toSorted((a, b) => b.clauses - a.clauses),
  }
}

/** Counts the clauses of every shipped pack and which of their mechanisms are built. */
export async function clauses({ json }: { readonly json?: boolean }): Promise<number> {
  const folder = join(projectRoot(), 'packs')
  const { packs } = await checkPacks(folder)
  const counted = (await Promise.all(packs.map(({ pack }) => clausesIn(folder, pack)))).flatMap((each) => each ?? [])
  if (json) say(JSON.stringify(counted, null, 2))
  else
    for (const { pack, clauses: all, requirements, built } of counted)
      say(
        `${pack}: ${all} clauses for ${requirements} requirements; ${built.wholly} wholly checked by Hedgerow, ${built.partly} partly, ${built.not} not yet.`,
      )
  return 0
}
