import type { LoadedPack, Pack } from '../../../engine/packs/pack.js'
import { unfinished } from '../../../engine/packs/unfinished.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { json } from '../../../kernel/db/json.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { everyoneSignedIn, holdersOf, peopleOfKinds } from '../../people/index.js'
import type { AdoptionTables } from '../adoption-schema.js'
import { draftPack } from '../draft/draft-pack.js'
import { activePack } from '../queries/active-pack.js'
import { unsettledComments } from '../queries/comments.js'
import { editsOf, holdDraft } from '../queries/drafts.js'
import { oweNextStep } from './owe-next-step.js'
import { kindsOf } from '../reach/kinds-of.js'

/**
 * Freezes the draft's text, so that everybody agrees and approves the same words. Refused while a blank or a reference to
 * nothing is left, while a comment waits for an answer, and where nothing differs from the policy in force. The statement
 * is its author's word that it is current and fit for its readers.
 */
export async function submitDraft(tx: Tx, statement: string): Promise<string> {
  const draft = await holdDraft(tx)
  if (draft.submitted_at) throw new Refusal('conflict', 'This version was submitted already.')
  const judged = await draftPack(draft, await editsOf(tx, draft.id))
  if ('problems' in judged) throw new Refusal('invalid', judged.problems[0]?.sentence ?? '')
  const [obstacle] = await obstaclesTo(tx, draft.id, judged)
  if (obstacle) throw obstacle
  const submitted = { submitted_at: tx.now, submitted_by: tx.actor.personId, statement }
  await tables<AdoptionTables>(tx)
    .updateTable('policy_draft')
    .set({ content: json(judged.pack), content_hash: judged.hash, ...submitted })
    .where('id', '=', draft.id)
    .execute()
  const about = { table: 'policy_draft', id: draft.id }
  const details = { hash: judged.hash }
  await record(tx, { act: 'policy.submitted', about, sight: everyoneSignedIn, details, content: statement })
  await oweNextStep(tx, { ...draft, content_hash: judged.hash })
  return judged.hash
}

/** Why a draft cannot be submitted yet; empty when it can. The draft's page shows them before anybody tries. */
export async function obstaclesTo(tx: ReadTx, draft: string, { pack, hash }: LoadedPack): Promise<readonly Refusal[]> {
  const left = unfinished(pack).slice(0, 5)
  const waiting = (await unsettledComments(tx, draft)).length
  const blanks = left.map(({ sentence }) => sentence).join(' ')
  const comments = waiting === 1 ? 'One comment waits' : `${waiting} comments wait`
  const same = 'Nothing differs from the policy in force. Change something first, or give this version up.'
  return [
    ...(left.length > 0 ? [new Refusal('invalid', blanks, undefined, left[0]?.clause?.id)] : []),
    ...(hash === (await activePack(tx)).hash ? [new Refusal('invalid', same)] : []),
    ...(await outOfReach(tx, pack)).map((sentence) => new Refusal('invalid', sentence)),
    ...(waiting > 0 ? [new Refusal('invalid', `${comments} for a word on what was done about it.`)] : []),
  ]
}

/**
 * Steps that ask for more people than could take them. Refused before they bind anybody: a policy is changed by its own
 * steps, so one that cannot be taken would keep the school from ever changing it again.
 */
async function outOfReach(tx: ReadTx, { adoption }: Pack): Promise<readonly string[]> {
  const sentences: string[] = []
  for (const { title, by, quorum = 1 } of adoption.steps) {
    const held = (await holdersOf(tx, by)).map(({ person }) => person)
    const belong = await peopleOfKinds(tx, by.flatMap(kindsOf), londonDate(tx.now))
    const people = new Set([...held, ...belong]).size
    if (people < quorum)
      sentences.push(`The step “${title}” asks for ${quorum} people, and those who may take it are ${people}.`)
  }
  return sentences
}
