import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Temporal } from 'temporal-polyfill'
import type { Plain } from '../../kernel/canonical.js'
import { projectRoot } from '../../kernel/root.js'

/** What a document is made of: a template of ours, and plain data that it prints and never runs. */
export interface Typesetting {
  /** A `.typ` file, from the project's folder: 'app/src/modules/policy/document/policy.typ'. */
  readonly template: string
  readonly data: Plain
  /** Written into the file's metadata, so that the same data on the same day gives the same bytes. */
  readonly made: Temporal.Instant
}

const require = createRequire(import.meta.url)
const face = (name: string, style: string): Buffer => {
  const folder = dirname(require.resolve(`@expo-google-fonts/${name}/package.json`))
  const family = name === 'noto-sans' ? 'NotoSans' : 'AtkinsonHyperlegibleNext'
  return readFileSync(join(folder, style, `${family}_${style}.ttf`))
}

/** The face of the screens, and Noto Sans for letters that it lacks: Greek, Cyrillic, Vietnamese names. */
const fonts = (): Buffer[] => [
  ...['400Regular', '400Regular_Italic', '600SemiBold', '700Bold'].map((style) =>
    face('atkinson-hyperlegible-next', style),
  ),
  ...['400Regular', '700Bold'].map((style) => face('noto-sans', style)),
]

let compiler: NodeCompiler | null = null

/** One compiler for the process: reading the fonts takes longer than setting a page. */
function theCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({ workspace: projectRoot(), fontArgs: [{ fontBlobs: fonts() }] })
  return compiler
}

/**
 * A tagged, accessible PDF (PDF/UA-1, ISO 14289-1) as bytes. The data goes in as one JSON text that the template reads
 * (`json(bytes(sys.inputs.data))`); nothing is ever put together with the template, so no wording of a school can become
 * a program. A letter that no font has is printed as a box, because PDF/UA forbids a letter without a shape. Throws when
 * the template itself is wrong.
 */
export function typeset({ template, data, made }: Typesetting): Uint8Array {
  const standard = { pdfStandard: 'ua-1', creationTimestamp: Math.floor(made.epochMilliseconds / 1000) }
  const typst = theCompiler()
  const set = (input: Plain): Uint8Array => {
    const mainFilePath = join(projectRoot(), template)
    const { result, ...failed } = resultOf(typst, mainFilePath, JSON.stringify(input))
    if (!result) throw new Error(`The template ${template} could not be set: ${failed.why}`)
    return typst.pdf(result, standard)
  }
  try {
    return set(data)
  } catch (fault) {
    const unprintable = lettersIn(fault)
    if (unprintable.length === 0) throw fault
    return set(without(data, new Set(unprintable)))
  } finally {
    typst.evictCache(10)
  }
}

function resultOf(typst: NodeCompiler, mainFilePath: string, data: string) {
  const compiled = typst.compile({ mainFilePath, inputs: { data } })
  const fault = compiled.result ? null : compiled.takeError()
  return { result: compiled.result, why: fault ? JSON.stringify(typst.fetchDiagnostics(fault)) : '' }
}

/** Every letter that Typst says it has no shape for. */
function lettersIn(fault: unknown): readonly string[] {
  const said = fault instanceof Error ? fault.message : ''
  return [...said.matchAll(/the text `\\*"(.+?)\\*"` could not be displayed/g)].flatMap(([, text = '']) =>
    Array.from(text),
  )
}

function without(data: Plain, letters: ReadonlySet<string>): Plain {
  if (typeof data === 'string') return Array.from(data, (letter) => (letters.has(letter) ? '□' : letter)).join('')
  if (Array.isArray(data)) return data.map((item) => without(item, letters))
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, without(value, letters)]))
}
