import type { Pack } from '../pack.js'
import { compare, inWords, same } from './compare.js'

/** The headings of risk, the choices on the reporting pages, who can help, and whom to call. */
export function wordDifferences(before: Pack, after: Pack): readonly string[] {
  return [
    ...risks(before, after),
    ...(same(before.reporting, after.reporting) ? [] : ['The reporting pages offer other choices or say other words.']),
    ...listed(before.help, after.help, 'People who can help'),
    ...listed(before.agencies, after.agencies, 'Agencies that may have to be told'),
  ]
}

function risks(before: Pack, after: Pack): readonly string[] {
  const [then, now] = [titles(before), titles(after)]
  if (same(then, now)) return same(before.risks, after.risks) ? [] : ['Kinds of risk have other sub-types or words.']
  return [`Risks are sorted under ${inWords.format(now)}; before, under ${inWords.format(then)}.`]
}

const titles = ({ risks: kinds }: Pack): readonly string[] => kinds.map(({ title }) => title)

interface Titled {
  readonly id: string
  readonly title: string
}

function listed(before: readonly Titled[], after: readonly Titled[], what: string): readonly string[] {
  const { added, removed } = compare(before, after)
  const sentence = (entries: readonly Titled[], verb: string) =>
    entries.length === 0 ? [] : [`${what}, ${verb}: ${inWords.format(entries.map(({ title }) => title))}.`]
  return [...sentence(added, 'new'), ...sentence(removed, 'no longer listed')]
}
