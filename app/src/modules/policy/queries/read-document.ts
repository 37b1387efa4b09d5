import type { Deps } from '../../../engine/deps.js'
import { workerIn } from '../../../kernel/actor.js'
import { reading } from '../../../kernel/db/in-school.js'
import type { SchoolId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { policyDocument, wordings } from '../document/policy-document.js'
import type { PolicyDocument, Wording } from '../document/policy-document.js'
import { packByHash } from './active-pack.js'
import { documentFacts } from './document-facts.js'
import { versionsOf } from './versions.js'

/** The wording that an address asks for; the full one where it asks for none that there is. */
export const wordingFrom = (asked: unknown): Wording => wordings.find((each) => each === asked) ?? 'full'

/** One version of the policy (that in force where none is named) as one kind of reader sees it. */
export function readDocument(
  { db }: Deps,
  school: SchoolId,
  { wording, number }: { readonly wording: Wording; readonly number?: number },
): Promise<PolicyDocument> {
  return reading(db, workerIn(school), async (tx) => {
    const versions = await versionsOf(tx)
    const version = versions.find((each) =>
      number === undefined ? each.standing === 'in force' : each.number === number,
    )
    if (!version && number === undefined)
      throw new Refusal('conflict', 'This school has no policy in force yet. Finish setting it up first.')
    if (!version) throw new Refusal('not-found', 'There is no such version of the policy.')
    const pack = await packByHash(tx, version.hash)
    return policyDocument(pack, wording, await documentFacts(tx, pack, version))
  })
}

/** The number in an address ('?version=2'); undefined where there is none. */
export function versionFrom(asked: unknown): number | undefined {
  return typeof asked === 'string' && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : undefined
}
