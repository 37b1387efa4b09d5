/**
 * Builds what browsers are sent: style sheets, scripts, fonts and drawings, each under a name that changes with its
 * content, compressed beside itself, with a manifest of plain name → hashed name. `node build-css.mjs <folder>`, or
 * `await buildCss(folder)`.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build, transform } from 'esbuild'
import { compile } from 'sass'
import { colourProperties, withOurColours } from './colours.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const require = createRequire(import.meta.url)
const packages = dirname(dirname(require.resolve('govuk-frontend/package.json')))
const fonts = join(dirname(require.resolve('@fontsource/atkinson-hyperlegible-next/package.json')), 'files')
const mojImages = join(packages, '@ministryofjustice/frontend/moj/assets/images')

/** Style sheets: what each is put together from. Pupils' pages have a skin of their own and need none of the rest. */
const sheets = {
  'app.css': ['faces', 'app', 'moj', 'hedgerow'],
  'pupil.css': ['faces', 'pupil'],
}

/** The parts that come from others, and so carry colours of their own. */
const published = new Set(['app', 'moj'])

/** Writes every asset and its manifest.json into a folder, which is emptied first. */
export async function buildCss(outFolder) {
  await rm(outFolder, { recursive: true, force: true })
  await mkdir(outFolder, { recursive: true })
  const manifest = {}
  const keep = async (name, content) => (manifest[name] = await write(outFolder, name, Buffer.from(content)))
  for (const [name, file] of [
    ['regular.woff2', 'atkinson-hyperlegible-next-latin-400-normal.woff2'],
    ['bold.woff2', 'atkinson-hyperlegible-next-latin-700-normal.woff2'],
  ])
    await keep(name, await readFile(join(fonts, file)))
  for (const file of await readdir(join(here, 'images'))) await keep(file, await readFile(join(here, 'images', file)))
  for (const [name, script] of await scripts()) await keep(name, script)
  for (const [name, parts] of Object.entries(sheets)) await keep(name, await styleSheet(parts, keep, manifest))
  await writeFile(join(outFolder, 'manifest.json'), JSON.stringify(manifest, null, 2))
  return manifest
}

async function styleSheet(parts, keep, manifest) {
  const css = [colourProperties(), ...parts.map(compiled)].join('\n')
  for (const [, image] of css.matchAll(/url\("?\/assets\/images\/([\w.-]+)"?\)/g))
    if (!manifest[image]) await keep(image, await readFile(join(mojImages, image)))
  const addressed = css
    .replace(/url\("?\/assets\/images\/([\w.-]+)"?\)/g, (_, image) => `url("/assets/${manifest[image]}")`)
    .replace(/url\("?asset:([\w.-]+)"?\)/g, (_, name) => `url("/assets/${manifest[name]}")`)
  return (await transform(addressed, { loader: 'css', minify: true, legalComments: 'none' })).code
}

function compiled(sheet) {
  const { css } = compile(join(here, 'styles', `${sheet}.scss`), {
    loadPaths: [packages, dirname(packages)],
    quietDeps: true,
  })
  return published.has(sheet) ? withOurColours(css) : css
}

/** Our scripts with the published ones they import, unmodified, in one file for each kind of page. */
async function scripts() {
  const folder = join(here, 'browser')
  const entryPoints = (await readdir(folder)).filter((file) => file.endsWith('.entry.js'))
  const { outputFiles } = await build({
    entryPoints: entryPoints.map((file) => join(folder, file)),
    outdir: folder,
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: ['es2022'],
    legalComments: 'none',
  })
  return outputFiles.map((file) => [basename(file.path).replace('.entry', ''), file.contents])
}

async function write(folder, name, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12)
  const hashed = name.replace(/(\.\w+)$/, `-${hash}$1`)
  await writeFile(join(folder, hashed), content)
  if (!name.endsWith('.woff2')) {
    await writeFile(join(folder, `${hashed}.gz`), gzipSync(content, { level: 9 }))
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }
    await writeFile(join(folder, `${hashed}.br`), brotliCompressSync(content, quality))
  }
  return hashed
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? join(here, '../../../../build/assets')
  const manifest = await buildCss(folder)
  process.stdout.write(`${Object.keys(manifest).length} assets in ${folder}\n`)
}
