import type { Pack } from '../pack.js'
import type { MatrixRow, OnlineAction } from '../schema/sections.js'
import { compare } from './compare.js'

const LEAVE: Readonly<Record<MatrixRow['adults'], string>> = {
  allowed: 'allowed',
  'certain-times': 'allowed at certain times',
  'with-permission': 'allowed with permission',
  'named-people': 'allowed for named people',
  'not-allowed': 'not allowed',
  'not-applicable': 'not in question',
}

const RATING: Readonly<Record<OnlineAction['rating'], string>> = {
  acceptable: 'acceptable',
  'certain-times': 'acceptable at certain times',
  'named-people': 'acceptable for named people',
  unacceptable: 'unacceptable',
  illegal: 'against the law',
}

const technologyNow = ({ title, adults, pupils, times }: MatrixRow): string =>
  `${title}: ${LEAVE[adults]} for adults, ${LEAVE[pupils]} for pupils.${times === undefined ? '' : ` ${times}`}`

const actionNow = ({ title, rating, times }: OnlineAction): string =>
  `${title}: ${RATING[rating]}.${times === undefined ? '' : ` ${times}`}`

/** What may be used and done online, row by row, as it now stands where anybody may do more or less than before. */
export function technologyDifferences(before: Pack, after: Pack): readonly string[] {
  return [...rows(before.matrix, after.matrix, technologyNow), ...rows(before.actions, after.actions, actionNow)]
}

function rows<Row extends { readonly id: string; readonly title: string }>(
  then: readonly Row[],
  now: readonly Row[],
  say: (row: Row) => string,
): readonly string[] {
  const { added, removed, changed } = compare(then, now)
  return [
    ...[...added, ...changed.filter((row) => say(row.before) !== say(row.after)).map((row) => row.after)].map(say),
    ...removed.map(({ title }) => `${title}: there is no longer a rule.`),
  ]
}
