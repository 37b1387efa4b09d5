import type { Import } from './read-imports.js'

/** Places that put the product together: they may import every module's index, and only they import app.ts. */
const assembling = /^(app|main|worker|cli|open-hedgerow|frame-for|health|modules|setup\/.*|cli\/.*)(\.tsx?)?$/

const moduleOf = (path: string): string | null => /^modules\/([^/]+)\//.exec(path)?.[1] ?? null
const layerOf = (path: string): string => path.split('/')[0] ?? ''

/**
 * The rule of imports: call down, announce up. Returns a sentence for each import that breaks it.
 * `order` is the modules, lowest first, as app/src/modules.ts lists them.
 */
export function brokenImports(imports: readonly Import[], order: readonly string[]): readonly string[] {
  return imports.filter(({ ours }) => ours).flatMap((each) => fault(each, order) ?? [])
}

function fault({ from, to }: Import, order: readonly string[]): string | null {
  if (assembling.test(from)) return assemblyFault(from, to)
  if (assembling.test(to)) return `${from} imports ${to}, which puts the product together: nothing below it may.`
  const [own, other] = [layerOf(from), layerOf(to)]
  if (own === 'kernel' && other !== 'kernel')
    return `${from} imports ${to}: the kernel imports nothing of ours but the kernel.`
  if (['engine', 'web'].includes(own) && other === 'modules') return `${from} imports ${to}: ${own} knows no module.`
  return own === 'modules' ? moduleFault(from, to, order) : null
}

/** What assembles may name a module's manifest and its index, and nothing inside it. */
function assemblyFault(from: string, to: string): string | null {
  const inside = moduleOf(to)
  if (!inside || /^modules\/[^/]+\/(module|index)$/.test(to)) return null
  return `${from} imports ${to}: of a module, only index and module may be imported from outside.`
}

function moduleFault(from: string, to: string, order: readonly string[]): string | null {
  const [own, other] = [moduleOf(from) ?? '', moduleOf(to)]
  if (other === null) return pageFault(from, to)
  if (other === own) return pageFault(from, to)
  if (order.indexOf(other) < 0) return `${from} imports ${to}, a module that modules.ts does not list.`
  if (order.indexOf(other) >= order.indexOf(own))
    return `${from} imports ${to}: ${own} may import only modules before it. Announce an event instead.`
  return to === `modules/${other}/index`
    ? null
    : `${from} imports ${to}: of another module, only index.ts may be imported.`
}

const isQueryOrCommand = (path: string): boolean => /\/(commands|queries|jobs|mechanisms)\//.test(path)

/** Commands and queries know no HTTP and no HTML. */
function pageFault(from: string, to: string): string | null {
  if (isQueryOrCommand(from) && (to.startsWith('web/') || /\/pages\//.test(to)))
    return `${from} imports ${to}: commands and queries know no HTTP or HTML.`
  return null
}

/**
 * The filter's own rule: engine/ imports nothing at all, not even Node, so that it decides the same in a gateway, a
 * worker, a browser extension and the application; gateway/ imports libraries and the engine's index.
 */
export function brokenFilterImports(imports: readonly Import[]): readonly string[] {
  return imports.flatMap(({ from, to, ours }) => {
    if (from.startsWith('engine/'))
      return ours && to.startsWith('engine/src/') ? [] : [`${from} imports ${to}: the filter's engine imports nothing.`]
    return !ours || to.startsWith('gateway/src/') || to === 'engine/src/index'
      ? []
      : [`${from} imports ${to}: the gateway imports only the engine's index and libraries.`]
  })
}
