/**
 * Turns app/src and app/test into plain JavaScript in build/, file for file (no bundling), so that a stack trace,
 * a test and the running product all name the same files. Sources import each other as './name.js', the name that
 * exists after this step; TypeScript understands that for .ts and .tsx alike.
 */
import { build } from 'esbuild'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

export async function buildApp({ tests = false } = {}) {
  const folders = tests ? ['app/src', 'app/test', 'bench'] : ['app/src']
  const entryPoints = folders
    .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root }))
    .filter((file) => !file.endsWith('.d.ts') && (tests || !/\.test\.tsx?$/.test(file)))
    .map((file) => join(root, file))
  await build({
    entryPoints,
    outbase: root,
    outdir: join(root, 'build'),
    format: 'esm',
    platform: 'node',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'linked',
    logLevel: 'warning',
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildApp({ tests: process.argv.includes('--tests') })
