import { clauseOf, postOf } from '../../../engine/packs/lookup.js'
import type { LoadedPack } from '../../../engine/packs/pack.js'
import { json } from '../../../kernel/db/json.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { everyoneSignedIn } from '../../people/index.js'
import type { AdoptionTables } from '../adoption-schema.js'
import { draftPack } from '../draft/draft-pack.js'
import type { Changed } from '../draft/overlay-files.js'
import { activePack } from '../queries/active-pack.js'
import { openDraft } from '../queries/drafts.js'
import { presentBase } from '../queries/present-base.js'

/**
 * Begins the school's next version, with the changes that the version in force already carries. `over` lays them over
 * another pack (a newer edition, another of the shipped ones); left out, over the one they lie on now.
 */
export async function beginDraft(tx: Tx, over?: LoadedPack): Promise<string> {
  if (await openDraft(tx)) throw new Refusal('conflict', 'A version is being made already. Go on with that one.')
  const now = await presentBase(tx)
  const base = over ?? now.base
  const id = newId<string>(tx.now.epochMilliseconds)
  const { schoolId, personId } = tx.actor
  const approvers = (await activePack(tx)).pack.adoption.steps.flatMap(({ by }) => by)
  const opened = {
    school_id: schoolId,
    id,
    over_hash: base.hash,
    over: json(base.pack),
    began_at: tx.now,
    began_by: personId,
  }
  await tables<AdoptionTables>(tx)
    .insertInto('policy_draft')
    .values({ ...opened, ...nothingYet, approver_posts: [...new Set(approvers)] })
    .execute()
  const carried = over ? await fitting(over, now.carried) : now.carried
  if (carried.length > 0)
    await tables<AdoptionTables>(tx)
      .insertInto('policy_edit')
      .values(
        carried.map(({ section, entry, change }) => ({
          school_id: schoolId,
          id: newId<string>(tx.now.epochMilliseconds),
          draft_id: id,
          section,
          entry,
          change: json(change),
          why: null,
          at: tx.now,
          by_person: null,
        })),
      )
      .execute()
  const details = { over: base.hash, carried: carried.length, left: now.carried.length - carried.length }
  await record(tx, {
    act: 'policy.draft-begun',
    about: { table: 'policy_draft', id },
    sight: everyoneSignedIn,
    details,
  })
  return id
}

const nothingYet = {
  statement: null,
  content: null,
  content_hash: null,
  submitted_at: null,
  submitted_by: null,
  ended_at: null,
  ended_by: null,
  ended_as: null,
  activation_id: null,
} as const

/** The changes that another pack has a place for. What has none stays with the version in force, and the draft's page names it. */
async function fitting(over: LoadedPack, carried: readonly Changed[]): Promise<readonly Changed[]> {
  const fits = async (edits: readonly Changed[]) => !('problems' in (await draftPack({ over: over.pack }, edits)))
  const placed = carried.filter(({ section, entry, change }) =>
    section === 'clause'
      ? clauseOf(over.pack, entry) !== undefined || change['part'] !== undefined
      : section !== 'post' || postOf(over.pack, entry) !== undefined,
  )
  if (await fits(placed)) return placed
  const kept: Changed[] = []
  for (const edit of placed) if (await fits([...kept, edit])) kept.push(edit)
  return kept
}
