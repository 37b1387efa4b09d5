/**
 * Turns the sources of app/ and filter/ into plain JavaScript in build/, file for file, for tests, benchmarks and tools.
 * Sources import each other as './name.js', the name that exists after this step; TypeScript understands that for .ts and
 * .tsx alike. What a school starts is bundled besides, into build/run (bundle.mjs).
 */
import { build } from 'esbuild'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleApp } from './bundle.mjs'
import { root } from './lib/root.mjs'

const out = join(root, 'build')

/** The folders whose sources a school runs, and those that only tests and benchmarks need. */
export const SHIPPED = ['app/src', 'filter/engine/src', 'filter/gateway/src']
export const TESTED = ['app/test', 'bench', 'filter/engine/test', 'filter/gateway/test', 'filter/bench']

export async function buildApp({ tests = false } = {}) {
  const { outputFiles } = await build({
    entryPoints: sourceFiles(tests ? [...SHIPPED, ...TESTED] : SHIPPED).filter(
      (file) => tests || !/\.test\.tsx?$/.test(file),
    ),
    outbase: root,
    outdir: out,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'linked',
    logLevel: 'warning',
  })
  for (const { path, contents } of outputFiles) writeIfChanged(path, contents)
  removeOrphans()
}

/** The TypeScript files in these folders of the project, as full paths. */
export function sourceFiles(folders) {
  return folders
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => join(folder, file)))
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
}

/** Whole or not at all: a second build, or a test that is running, never meets half a file. */
function writeIfChanged(path, contents) {
  if (existsSync(path) && readFileSync(path).equals(contents)) return
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}.draft`
  writeFileSync(draft, contents)
  renameSync(draft, path)
}

/** A source that was renamed or removed must not live on as a module that still loads or a test that still passes. */
function removeOrphans() {
  for (const folder of [...SHIPPED, ...TESTED].map((name) => join(out, name)).filter((name) => existsSync(name))) {
    for (const file of readdirSync(folder, { recursive: true })) {
      const source = join(root, relative(out, join(folder, file))).replace(/\.js(\.map)?$/, '')
      if (!/\.js(\.map)?$/.test(file) || existsSync(`${source}.ts`) || existsSync(`${source}.tsx`)) continue
      rmSync(join(folder, file), { force: true })
    }
  }
}

/** Style sheets and what else browsers are sent. Built beside and then put in place, unless their sources are the same. */
async function buildAssets() {
  const stamp = join(out, 'assets', '.built-from')
  const sources = hashOf([join(root, 'package-lock.json'), ...filesIn(join(root, 'app/src/web/assets'))])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  const { buildCss } = await import('../app/src/web/assets/build-css.mjs')
  const draft = join(out, `assets.${process.pid}.draft`)
  await buildCss(draft)
  writeFileSync(join(draft, '.built-from'), sources)
  rmSync(join(out, 'assets'), { recursive: true, force: true })
  renameSync(draft, join(out, 'assets'))
}

/** npm leaves this to a script of the package, which it may have been told not to run. */
async function linkLibraries() {
  const { linkLibraries: link } = await import('../build/app/src/kernel/postgres/binaries.js')
  // A machine for which there is no built-in PostgreSQL hears of it when it starts one, and may never want to.
  await link().catch(() => undefined)
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile())
    .sort()
}

function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${relative(root, file)}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildApp({ tests: process.argv.includes('--tests') })
  if (process.argv.includes('--assets')) await bundleApp()
  if (process.argv.includes('--assets')) await buildAssets()
  if (process.argv.includes('--assets')) await linkLibraries()
}
