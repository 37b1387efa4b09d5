/**
 * Bundles what a school starts into build/run: the application and its packages in a few files. Loading some 1,400 modules
 * one by one took two thirds of a start (decision 0017).
 */
import { build } from 'esbuild'
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib/root.mjs'

/** Each becomes build/run/<name>.js. A worker is started by the file beside the one that starts it. */
const ENTRIES = {
  main: 'app/src/main.ts',
  cli: 'app/src/cli.ts',
  'strength-worker': 'app/src/modules/access/password/strength-worker.ts',
  filter: 'filter/gateway/src/cli.ts',
}

/** Packages that stay outside: machine code, those that start threads from files of their own, and dictionaries that only a worker loads. */
const OUTSIDE = ['@node-rs/argon2', '@myriaddreamin/*', '@zxcvbn-ts/*', 'esbuild', 'pg-native', 'pino', 'sass']

/** For packages that still call require, which a module does not have. */
const REQUIRE =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);"

/** Whole or not at all, as everything that is built: it is made beside and put in place. */
export async function bundleApp() {
  const draft = join(root, 'build', `run.${process.pid}.draft`)
  await build({
    entryPoints: Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, join(root, file)])),
    absWorkingDir: root,
    outdir: draft,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    external: OUTSIDE,
    banner: { js: REQUIRE },
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'warning',
  })
  mkdirSync(join(root, 'build'), { recursive: true })
  rmSync(join(root, 'build/run'), { recursive: true, force: true })
  renameSync(draft, join(root, 'build/run'))
}
