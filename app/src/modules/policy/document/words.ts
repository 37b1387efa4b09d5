import { Temporal } from 'temporal-polyfill'
import { thePost } from '../../../engine/packs/differences/compare.js'
import { titleOfPost } from '../../../engine/packs/lookup.js'
import { fullDate } from '../../../web/dates.js'
import type { PolicyDocument, Standing } from './policy-document.js'

/** What the document is called. */
export const titleOf = ({ wording }: Pick<PolicyDocument, 'wording'>): string =>
  wording === 'plain' ? 'Our online-safety policy in plain words' : 'Our online-safety policy'

/** 'This is version 2, in force from 1 September 2026.' One sentence that a copy is judged by. */
export function standingSentence({ version, from, until }: Standing): string {
  if (version === null || from === null) return 'This is a draft. It is not in force.'
  if (until) return `This is version ${version}. It was replaced on ${fullDate(until)} and is kept for the record.`
  return `This is version ${version}, in force from ${fullDate(from)}.`
}

/** The lines of the identity block: what it is based on, who approved it, who looks after it. */
export function identityLines(document: PolicyDocument): readonly string[] {
  const { pack, standing, holders } = document
  const owner = titleOfPost(pack, pack.adoption.owner)
  const names = holders.get(pack.adoption.owner)?.join(', ')
  return [
    `${document.school}. Based on “${pack.title}”, edition ${pack.version}. The law behind it was last checked on ${fullDate(Temporal.PlainDate.from(pack.checked))}.`,
    ...(standing.approvals.length > 0 ? standing.approvals : ['No approval of this version has been recorded.']),
    `Looked after by: ${owner}${names ? `, ${names}` : ''}.`,
  ]
}

/** Whom to ask when a copy may be old. */
export function askWhom({ pack }: PolicyDocument): string {
  return `Or ask the school for ${thePost(titleOfPost(pack, pack.adoption.owner))}.`
}
