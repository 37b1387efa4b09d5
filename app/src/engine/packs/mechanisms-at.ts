import type { Module } from '../module.js'

/** The mechanisms whose page an address lies on, and that page. */
export interface MechanismsAt {
  readonly page: string | null
  readonly ids: readonly string[]
}

const liesOn = (path: string, page: string): boolean => path === page || path.startsWith(`${page}/`)

/**
 * Which mechanisms are seen at work at an address: those of the longest page that begins it, so that '/policy/kept/x' is
 * a page of the clause check and not also of everything that shows at '/policy'.
 */
export function mechanismsAt(modules: readonly Module[], path: string): MechanismsAt {
  const all = modules.flatMap(({ mechanisms }) => mechanisms)
  const pages = new Set(all.flatMap(({ page }) => (page !== null && liesOn(path, page) ? [page] : [])))
  const [page = null] = [...pages].toSorted((a, b) => b.length - a.length)
  return { page, ids: page === null ? [] : all.filter((one) => one.page === page).map(({ id }) => id) }
}
