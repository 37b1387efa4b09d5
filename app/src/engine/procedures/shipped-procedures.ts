import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Check, Errors } from 'typebox/value'
import { parse } from 'yaml'
import type { KnownIds } from './faults.js'
import type { Procedure } from './procedure.js'
import { resolveProcedure } from './resolve-procedure.js'
import { procedureSchema } from './schema.js'
import type { WrittenProcedure } from './schema.js'

/** One procedure of one pack, its base merged in. */
export interface ShippedProcedure {
  readonly pack: string
  readonly id: string
  /** The pack's own file without '.yaml', beside which walks and drawings lie; null where the base's is taken as it is. */
  readonly own: string | null
  readonly procedure: Procedure | null
  readonly problems: readonly string[]
}

/**
 * Every procedure of every pack in a folder of packs, one by one, so that one bad file spoils only itself. For drawings and
 * tests; what a school runs comes whole and checked from the pack loader.
 */
export function shippedProcedures(packs: string): readonly ShippedProcedure[] {
  return globSync('*/pack.yaml', { cwd: packs })
    .map((path) => join(packs, path, '..'))
    .sort()
    .flatMap((folder) => proceduresOfPack(packs, folder))
}

function proceduresOfPack(packs: string, folder: string): readonly ShippedProcedure[] {
  const { base } = parse(readFileSync(join(folder, 'pack.yaml'), 'utf8')) as { base?: string }
  const folders = base === undefined ? [folder] : [join(packs, base), folder]
  const known = knownIds(folders)
  return [...known.procedures].sort().map((id) => {
    const files = folders.map((each) => join(each, 'procedures', id)).filter((file) => existsSync(`${file}.yaml`))
    const own = files.find((file) => file.startsWith(join(folder, 'procedures'))) ?? null
    return { pack: basename(folder), id, own, ...resolved(files, known) }
  })
}

function resolved(files: readonly string[], known: KnownIds) {
  const written = files.map((file) => parse(readFileSync(`${file}.yaml`, 'utf8')) as unknown)
  const misshapen = written.flatMap((value) => Errors(procedureSchema, value))
  const [base, overlay = null] = written.filter((value): value is WrittenProcedure => Check(procedureSchema, value))
  if (base === undefined || misshapen.length > 0) {
    return { procedure: null, problems: misshapen.map(({ instancePath, message }) => `${instancePath} ${message}`) }
  }
  const { procedure, faults } = resolveProcedure(base, overlay, known)
  return { procedure, problems: faults.map(({ step, sentence }) => `${step ?? 'the whole'}: ${sentence}`) }
}

function knownIds(folders: readonly string[]): KnownIds & { readonly procedures: ReadonlySet<string> } {
  const section = (name: string, list: string) =>
    folders.flatMap((folder) => {
      const file = join(folder, name)
      const content = existsSync(file) ? (parse(readFileSync(file, 'utf8')) as Record<string, { id: string }[]>) : {}
      return (content[list] ?? []).map((entry) => entry.id)
    })
  const files = folders.flatMap((folder) => globSync('procedures/*.yaml', { cwd: folder }))
  return {
    posts: new Set([...section('posts.yaml', 'posts'), ...section('posts.yaml', 'audiences')]),
    agencies: new Set(section('agencies.yaml', 'agencies')),
    procedures: new Set(files.filter((file) => !file.endsWith('.walks.yaml')).map((file) => basename(file, '.yaml'))),
  }
}
