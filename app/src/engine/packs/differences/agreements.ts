import type { Pack } from '../pack.js'
import type { Agreement } from '../schema/sections.js'
import { compare, same } from './compare.js'

/** Which agreements are new, gone, or changed, and whether people have to sign again. */
export function agreementDifferences(before: Pack, after: Pack): readonly string[] {
  const { added, removed, changed } = compare(before.agreements, after.agreements)
  return [
    ...added.map(({ title }) => `A new agreement to sign: ${title}.`),
    ...removed.map(({ title }) => `No longer to sign: ${title}.`),
    ...changed.flatMap((pair) => changeWords(pair.before, pair.after)),
    ...(same(before.gate, after.gate) ? [] : ['What is given only after signing and training has other rules.']),
  ]
}

function changeWords(before: Agreement, after: Agreement): readonly string[] {
  const { added, removed, changed } = compare(before.clauses, after.clauses)
  const clauses = added.length + removed.length + changed.length
  return [
    ...(clauses > 0 ? [`“${after.title}” has ${clauses} changed ${clauses === 1 ? 'clause' : 'clauses'}.`] : []),
    ...(same(before.signers, after.signers) && before.countersign === after.countersign
      ? []
      : [`“${after.title}” is signed by other people than before.`]),
    ...(before.renewal === after.renewal ? [] : [`“${after.title}” is ${RENEWALS[after.renewal]}.`]),
  ]
}

const RENEWALS = {
  'school-year': 'signed again every school year',
  enrolment: 'signed once, for as long as somebody is here',
  'each-visit': 'signed at every visit',
} as const
