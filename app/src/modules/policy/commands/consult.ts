import type { Temporal } from 'temporal-polyfill'
import { clauseOf } from '../../../engine/packs/lookup.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import type { PostId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { everyoneSignedIn } from '../../people/index.js'
import type { AdoptionTables, PolicyOutcomeRow } from '../adoption-schema.js'
import { draftPack } from '../draft/draft-pack.js'
import { standingEdits } from '../draft/overlay-files.js'
import { editsOf, holdDraft } from '../queries/drafts.js'

/** Asks one audience about the draft, in words for them, until a day. Each audience is asked once a draft. */
export async function openConsultation(
  tx: Tx,
  {
    audience,
    ask,
    closesOn,
  }: { readonly audience: PostId; readonly ask: string; readonly closesOn: Temporal.PlainDate },
): Promise<void> {
  const draft = await holdDraft(tx)
  if (closesOn.toString() < londonDate(tx.now).toString())
    throw new Refusal('invalid', 'Give a last day that is not over yet', 'closesOn')
  const id = newId<string>(tx.now.epochMilliseconds)
  const row = { school_id: tx.actor.schoolId, id, draft_id: draft.id, audience, ask, closes_on: closesOn }
  const made = await tables<AdoptionTables>(tx)
    .insertInto('policy_consultation')
    .values({ ...row, opened_at: tx.now, opened_by: tx.actor.personId })
    .onConflict((conflict) => conflict.columns(['school_id', 'draft_id', 'audience']).doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n)
    throw new Refusal('conflict', 'They have been asked about this draft already.', 'audience')
  const about = { table: 'policy_consultation', id }
  await record(tx, { act: 'policy.consulted', about, sight: everyoneSignedIn, details: { draft: draft.id, audience } })
}

/** What somebody says of the draft. */
export interface NewComment {
  readonly draft: string
  readonly audience: PostId
  readonly words: string
  readonly clause: string | null
  /** As they wish to be called; null for no name. */
  readonly saidBy: string | null
  /** The actor says it for themselves; otherwise they write down what others said. */
  readonly own: boolean
}

/** Keeps a comment. From a public page it carries no person and leaves no trace of one. */
export async function addComment(tx: Tx, { draft, audience, words, clause, saidBy, own }: NewComment): Promise<string> {
  const id = newId<string>(tx.now.epochMilliseconds)
  const { schoolId, personId } = tx.actor
  await tables<AdoptionTables>(tx)
    .insertInto('policy_comment')
    .values({
      school_id: schoolId,
      id,
      draft_id: draft,
      audience,
      said_by: saidBy,
      person_id: own ? personId : null,
      clause,
      words,
      at: tx.now,
      recorded_by: own ? null : personId,
    })
    .execute()
  const sight = { posts: [], persons: own && personId ? [personId] : [], never: [] }
  await record(tx, {
    act: 'policy.commented',
    about: { table: 'policy_comment', id },
    sight,
    details: { draft, audience },
  })
  return id
}

/** What was done about a comment. 'changed' must name a promise that this draft really changes. */
export async function settleComment(
  tx: Tx,
  {
    comment,
    outcome,
    words,
    clause,
  }: Pick<PolicyOutcomeRow, 'outcome' | 'words' | 'clause'> & { readonly comment: string },
): Promise<void> {
  const draft = await holdDraft(tx)
  if (outcome === 'changed') await mustBeChanged(tx, draft, clause)
  const id = newId<string>(tx.now.epochMilliseconds)
  await tables<AdoptionTables>(tx)
    .insertInto('policy_outcome')
    .values({
      school_id: tx.actor.schoolId,
      id,
      comment_id: comment,
      outcome,
      words,
      clause: outcome === 'changed' ? clause : null,
      at: tx.now,
      by_person: tx.actor.personId,
    })
    .execute()
  const about = { table: 'policy_outcome', id }
  await record(tx, { act: 'policy.comment-settled', about, sight: everyoneSignedIn, details: { comment, outcome } })
}

async function mustBeChanged(
  tx: Tx,
  draft: Awaited<ReturnType<typeof holdDraft>>,
  clause: string | null,
): Promise<void> {
  const edits = await editsOf(tx, draft.id)
  const changed = standingEdits(edits).some((edit) => edit.section === 'clause' && edit.entry === clause)
  const judged = await draftPack(draft, edits)
  const there = 'pack' in judged && clause !== null && (clauseOf(judged.pack, clause) ?? clauseOf(draft.over, clause))
  if (!changed || !there)
    throw new Refusal(
      'invalid',
      'Choose the promise that was changed because of it. Change the promise first.',
      'clause',
    )
}
