import { engineParams, namesIn } from '../../../engine/clauses/params.js'
import { judged } from '../../../engine/clauses/clause-state.js'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import { titleOfPost } from '../../../engine/packs/lookup.js'
import type { PostId } from '../../../kernel/ids.js'
import { actsForText } from '../queries/approvals.js'
import { commentsOn, consultationsOn } from '../queries/comments.js'
import { atVersion, finding } from './at.js'
import type { At } from './at.js'

type Look = (
  at: At & { readonly draft: NonNullable<At['draft']> },
  audiences: readonly PostId[],
) => Promise<readonly Finding[]>

const invited: Look = async ({ tx, pack, draft, owner, version }, audiences) => {
  const asked = new Set((await consultationsOn(tx, draft.id)).map(({ audience }) => audience))
  const said = new Set((await commentsOn(tx, draft.id)).map(({ audience }) => audience))
  return audiences
    .filter((audience) => !asked.has(audience) && !said.has(audience))
    .map((audience) => finding(`Nobody asked about version ${version.number}: ${titleOfPost(pack, audience)}.`, owner))
}

const looks: Readonly<Record<string, Look>> = {
  invited,
  contributed: async ({ tx, pack, draft, owner, version }, audiences) => {
    const said = new Set((await commentsOn(tx, draft.id)).map(({ audience }) => audience))
    return audiences
      .filter((audience) => !said.has(audience))
      .map((audience) =>
        finding(
          `Nothing is on record of what they said of version ${version.number}: ${titleOfPost(pack, audience)}.`,
          owner,
        ),
      )
  },
  answered: async ({ tx, draft, owner, version }) => {
    const open = (await commentsOn(tx, draft.id)).filter(({ settled }) => settled === null)
    const rows = open.map(({ id }) => ({ table: 'policy_comment', id }))
    return open.length === 0
      ? []
      : [
          finding(`${open.length} comments on version ${version.number} have no word on what was done.`, owner, {
            rows,
          }),
        ]
  },
  technical: async ({ tx, pack, owner, version }) => {
    const reviews = pack.adoption.steps.filter(({ kind }) => kind === 'review').map(({ id }) => id)
    const taken = (await actsForText(tx, version.hash)).some(
      ({ step, post }) => reviews.includes(step) || post === 'network-manager',
    )
    return taken
      ? []
      : [finding(`Nobody who runs the network is on record as having read version ${version.number}.`, owner)]
  },
}

/** People had their part in the version in force: they were asked, something they said is on record, and each got an answer. */
export const consultationMechanism: Mechanism = {
  id: 'consultation',
  params: engineParams(),
  page: '/policy/next',
  check: (tx, params, asOf) =>
    atVersion(tx, asOf, async (at) => {
      const { draft, version, pack } = at
      if (!draft)
        return judged('Nobody was asked', [
          finding(`Version ${version.number} was taken as it came with the pack: nobody was asked about it.`, at.owner),
        ])
      const named = namesIn(params, 'audience') as readonly string[] as readonly PostId[]
      const audiences = named.length > 0 ? named : pack.adoption.consult
      const aspects = namesIn(params, 'aspect')
      const found: Finding[] = []
      for (const aspect of aspects.length > 0 ? aspects : named.length > 0 ? ['contributed'] : ['invited', 'answered'])
        found.push(...(await (looks[aspect] ?? invited)({ ...at, draft }, audiences)))
      return judged(`What was asked and said of version ${version.number}`, found)
    }),
}
