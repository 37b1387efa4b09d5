import { namesIn } from '../../../engine/clauses/params.js'
import type { EngineParams } from '../../../engine/clauses/params.js'
import { clausesOf, titleOfPost } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import { kindsOf } from '../reach/kinds-of.js'
import type { PolicyOwed } from '../events.js'
import { reachTasks } from '../reach/reach-tasks.js'
import type { ReachTables } from '../reach-schema.js'
import { announceUrl, sessionUrl } from '../urls.js'
import { reachOf } from './receipts.js'
import { sessionsOver } from './sessions.js'
import type { Version } from './versions.js'

/** What a promise asks of an audience, by aspect of 'policy-dissemination'; the later ones only of a changed policy. */
const tellings = { every: ['provided', 'announced'], changed: ['amendments', 'awareness'] } as const
const sessions = { every: ['discussed'], changed: ['awareness'] } as const
const staff = 'any-staff' as PostId

/** Each audience that some promise of the pack says is reached in one of these ways, once. */
function audiencesFor(pack: Pack, { every, changed }: typeof tellings | typeof sessions, version: Version) {
  const wanted: readonly string[] = version.number > 1 ? [...every, ...changed] : every
  const keepers = clausesOf(pack).flatMap(({ keptBy }) =>
    keptBy.filter((one) => one.mechanism === 'policy-dissemination'),
  )
  const named = keepers.flatMap(({ with: set = {} }) => {
    const params = set as EngineParams
    return namesIn(params, 'aspect').some((aspect) => wanted.includes(aspect)) ? namesIn(params, 'audience') : []
  })
  return [...new Set(named as readonly string[] as readonly PostId[])]
}

/**
 * What the policy's owner owes a version in force: to tell each audience that the policy says is told, and to hold a
 * session with the staff. An audience of which everybody was given it, in whatever way, is told. Due by `by`.
 */
export async function tellingsOwed(
  tx: ReadTx,
  pack: Pack,
  version: Version,
  by: string,
): Promise<readonly PolicyOwed[]> {
  const about = { table: 'pack_activation', id: version.id }
  const owed = { post: pack.adoption.owner, person: null, about, dueOn: by } as const
  const untold = await audiencesUntold(tx, audiencesFor(pack, tellings, version), version)
  const held = (await sessionsOver(tx, version.hash)).some(
    ({ audience, kind }) => audience === staff && kind !== 'induction',
  )
  const session = !held && audiencesFor(pack, sessions, version).includes(staff)
  return [
    ...untold.map((audience) => ({
      ...owed,
      key: `${reachTasks}tell:${audience}`,
      kind: 'tell-audience' as const,
      label: `${titleOfPost(pack, audience)}, version ${version.number}`,
      url: `${announceUrl()}?audience=${audience}`,
    })),
    ...(session
      ? [
          {
            ...owed,
            key: `${reachTasks}session`,
            kind: 'hold-session' as const,
            label: `version ${version.number}`,
            url: sessionUrl(),
          },
        ]
      : []),
  ]
}

async function audiencesUntold(
  tx: ReadTx,
  audiences: readonly PostId[],
  { hash }: Version,
): Promise<readonly PostId[]> {
  const rows = await tables<ReachTables>(tx)
    .selectFrom('policy_announcement')
    .select('audience')
    .where('hash', '=', hash)
    .execute()
  const told = new Set(rows.map(({ audience }) => audience))
  const untold: PostId[] = []
  for (const audience of audiences.filter((each) => !told.has(each))) {
    const people = await reachOf(tx, { hash, kinds: kindsOf(audience), asOf: tx.now })
    if (people.some(({ facts }) => !facts.provided)) untold.push(audience)
  }
  return untold
}
