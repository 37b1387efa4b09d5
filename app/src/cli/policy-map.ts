import { readFile, readdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Mechanism, Module } from '../engine/module.js'
import { shippedPacks } from '../engine/packs/shipped-packs.js'
import { readKnown } from '../engine/packs/known.js'
import type { Known } from '../engine/packs/known.js'
import { clausesOf } from '../engine/packs/lookup.js'
import type { Pack } from '../engine/packs/pack.js'
import { projectRoot } from '../kernel/root.js'
import { modules } from '../modules.js'

/**
 * The map clause → mechanism → page → test, generated into docs/policy-map.md (mechanisms) and docs/policy-map/<pack>.md
 * (a line a clause), so that whoever changes a promise finds its code, and whoever changes code finds its promises.
 * `node tools/write-policy-map.mjs` writes it; policy-map.test.ts fails while what lies there is not what it would be.
 */

/** A test file as text: by convention a test tests a mechanism when it asks a check and names the mechanism. */
interface TestFile {
  readonly name: string
  readonly text: string
}

interface Built {
  readonly mechanism: Mechanism
  readonly module: string
}

const asksACheck = /\bcheck\(|judgeClauses|judgePolicy/

const camel = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** The tests of a mechanism: those that ask a check and name it, by its id in quotes or by its constant. */
export function testsOf(id: string, tests: readonly TestFile[]): readonly string[] {
  const named = new RegExp(`'${id}'|\\b${camel(id)}(Mechanism)?\\b`)
  return tests.filter(({ text }) => asksACheck.test(text) && named.test(text)).map(({ name }) => name)
}

const builtIn = (all: readonly Module[]): ReadonlyMap<string, Built> =>
  new Map(
    all.flatMap(({ id: module, mechanisms }) => mechanisms.map((mechanism) => [mechanism.id, { mechanism, module }])),
  )

const generated = '<!-- Written by `node tools/write-policy-map.mjs`. Do not edit. -->'

/** One line of the table of mechanisms. */
function mechanismLine(id: string, built: Built, tests: readonly string[]): string {
  const { mechanism, module } = built
  const tested = tests.length > 0 ? tests.map((name) => `\`${name}\``).join(' ') : '**no test yet**'
  return `| \`${id}\` | ${module} | ${mechanism.page ?? '–'} | ${tested} |`
}

/** docs/policy-map.md: every built mechanism with its module, page and tests; then those not built, with their clauses. */
export function mechanismsFile(known: Known, packs: readonly Pack[], tests: readonly TestFile[]): string {
  const built = builtIn(modules)
  const ids = [...built.keys()].toSorted()
  const clauses = Map.groupBy(
    packs.flatMap((pack) => clausesOf(pack).flatMap(({ keptBy }) => keptBy.map(({ mechanism }) => mechanism))),
    (mechanism) => mechanism,
  )
  const missing = [...clauses.keys()].filter((id) => !built.has(id)).toSorted()
  return [
    '# What keeps each promise',
    generated,
    'Each promise of a pack names the mechanisms that keep it. A mechanism is code of one module, has a page where it is seen at work, and tests that ask its check. The promises themselves, a line each:',
    packs.map(({ id }) => `- [${id}](policy-map/${id}.md)`).join('\n'),
    `## Mechanisms that are built (${ids.length})`,
    ['| mechanism | module | page | tests |', '|---|---|---|---|', ...ids.map((id) => lineOf(id, built, tests))].join(
      '\n',
    ),
    `## Mechanisms that are not built yet (${missing.length})`,
    'Promises that they keep are “not yet checked by Hedgerow”.',
    missing
      .map((id) => `- \`${id}\`: ${known.mechanisms.get(id)?.does ?? ''} ${clauses.get(id)?.length} promises.`)
      .join('\n'),
    '',
  ].join('\n\n')
}

function lineOf(id: string, built: ReadonlyMap<string, Built>, tests: readonly TestFile[]): string {
  const found = built.get(id)
  if (!found) throw new Error(`${id} is not built`)
  return mechanismLine(id, found, testsOf(id, tests))
}

/** docs/policy-map/<pack>.md: per part, a line a clause: its number, id and mechanisms; ° marks one that is not built. */
export function packFile({ id, title, parts }: Pick<Pack, 'id' | 'title' | 'parts'>): string {
  const built = builtIn(modules)
  const keeps = (mechanism: string): string => (built.has(mechanism) ? mechanism : `${mechanism}°`)
  const sections = parts.map((part) => {
    const lines = part.clauses.map((clause) => {
      const keepers = [...new Set(clause.keptBy.map(({ mechanism }) => keeps(mechanism)))]
      return `- ${clause.number} \`${clause.id}\`: ${keepers.join(', ')}`
    })
    return `## ${part.number}. ${part.title}\n\n${lines.join('\n')}`
  })
  return [
    `# ${title} (\`${id}\`)`,
    generated,
    'A line a promise: its number, its id, and the [mechanisms](../policy-map.md) that keep it; ° marks one that is not built yet.',
    ...sections,
    '',
  ].join('\n\n')
}

/** The whole map: path in docs → content. */
export async function policyMap(): Promise<ReadonlyMap<string, string>> {
  const folder = join(projectRoot(), 'packs')
  const known = await readKnown(folder)
  const packs = (await shippedPacks()).map(({ pack }) => pack).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return new Map([
    ['policy-map.md', mechanismsFile(known, packs, await testFiles())],
    ...packs.map((pack) => [`policy-map/${pack.id}.md`, packFile(pack)] as const),
  ])
}

async function testFiles(): Promise<readonly TestFile[]> {
  const folder = join(projectRoot(), 'app')
  const files = (await readdir(folder, { recursive: true })).filter(
    (name) => /\.test\.tsx?$/.test(name) && !name.includes('node_modules'),
  )
  return Promise.all(
    files.toSorted().map(async (name) => ({ name: basename(name), text: await readFile(join(folder, name), 'utf8') })),
  )
}

/** Writes the map. Returns how many files it has. */
export async function writePolicyMap(): Promise<number> {
  const map = await policyMap()
  for (const [name, content] of map) await writeFile(join(projectRoot(), 'docs', name), content)
  return map.size
}
