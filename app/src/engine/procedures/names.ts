import { Temporal } from 'temporal-polyfill'
import type { Procedure } from './procedure.js'

/** How ids are called on paper. A pack that knows better (its posts, agencies and laws) passes its own. */
export interface Names {
  readonly post: (id: string) => string
  readonly agency: (id: string) => string
  readonly law: (id: string) => string
}

const spelled: Readonly<Record<string, string>> = {
  dsl: 'DSL',
  lado: 'LADO',
  siro: 'SIRO',
  esafety: 'e-safety',
  dpo: 'DPO',
  senco: 'SENCO',
  hr: 'HR',
  ceop: 'CEOP',
  iwf: 'Internet Watch Foundation',
  dbs: 'Disclosure and Barring Service',
  it: 'IT',
  childrens: "children's",
  kcsie: 'Keeping children safe in education',
}

/** An id as words, well enough for a draft whose pack is not at hand: 'chair-of-governors' → 'chair of governors'. */
export const plainName = (id: string): string =>
  id
    .split('-')
    .map((word) => spelled[word] ?? word)
    .join(' ')

/** Names made from the ids alone. */
export const plainNames: Names = {
  post: (id) => (id.startsWith('any-') ? anyone(id.slice(4)) : plainName(id)),
  agency: plainName,
  law: plainName,
}

const anyone = (kind: string) => (kind === 'staff' ? 'whoever is there' : `any ${plainName(kind)}`)

/** 'Version 2, in force from 1 September 2026': the line under a title. */
export function versionLine(procedure: Procedure): string {
  const from = Temporal.PlainDate.from(procedure.from).toLocaleString('en-GB', { dateStyle: 'long' })
  return `Version ${procedure.version}, in force from ${from}`
}
