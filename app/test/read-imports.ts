import { readFileSync, globSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseSync } from 'oxc-parser'

/** One import or re-export: which file says it, and the file or package that it names. */
export interface Import {
  readonly from: string
  /** A path below app/src for ours ('modules/people/index.ts'), else the package's name. */
  readonly to: string
  readonly ours: boolean
}

/** The production sources: tests, examples and fixtures may reach across, for they are never shipped to a school. */
const isTest = (file: string): boolean => /\.(test|examples|fixtures)\.tsx?$/.test(file) || /(^|\/)gallery\//.test(file)

/** Every source file below a folder, as paths from it, tests left out. */
export const sourceFiles = (root: string): readonly string[] =>
  globSync('**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !isTest(file))
    .toSorted()

/** The imports of one file, read by a parser from its module record, so that a comment or a text cannot look like one. */
export function importsOf(
  root: string,
  file: string,
  source = readFileSync(join(root, file), 'utf8'),
): readonly Import[] {
  const { module } = parseSync(file, source)
  const named = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) => source.slice(moduleRequest.start + 1, moduleRequest.end - 1)),
  ]
  return named.map((name) =>
    name.startsWith('.')
      ? { from: file, to: resolved(root, file, name), ours: true }
      : { from: file, to: name, ours: false },
  )
}

function resolved(root: string, file: string, name: string): string {
  return relative(root, join(root, dirname(file), name)).replace(/\.js$/, '')
}
