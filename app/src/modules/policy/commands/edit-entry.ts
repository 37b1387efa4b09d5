import { json } from '../../../kernel/db/json.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { Refusal } from '../../../kernel/refusal.js'
import { everyoneSignedIn } from '../../people/index.js'
import type { AdoptionTables } from '../adoption-schema.js'
import { draftPack } from '../draft/draft-pack.js'
import type { Edit } from '../draft/overlay-files.js'
import { editsOf, holdDraft } from '../queries/drafts.js'

/** What is wrong, without the file and line of an overlay that nobody but the loader ever sees. */
const said = (sentence: string): string =>
  `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`.replace(/^"[\w-]+"(?:: (\w+))? /, (_, field: string) =>
    field ? `The ${field} ` : 'This ',
  )

/**
 * Changes one entry of the draft, or takes its changes back (`change: null`). Judged at once by the loader as part of the
 * whole policy, so that a draft is at every moment one that could stand; what cannot is refused, and nothing is saved.
 */
export async function editEntry(tx: Tx, edit: Edit & { readonly why?: string | null }): Promise<void> {
  const draft = await holdDraft(tx)
  if (draft.submitted_at)
    throw new Refusal('conflict', 'This version was submitted and cannot be changed. Have it sent back first.')
  const judged = await draftPack(draft, [...(await editsOf(tx, draft.id)), edit])
  if ('problems' in judged)
    throw new Refusal('invalid', said(judged.problems[0]?.sentence ?? ''), fieldIn(judged.problems[0]?.sentence))
  const id = newId<string>(tx.now.epochMilliseconds)
  await tables<AdoptionTables>(tx)
    .insertInto('policy_edit')
    .values({
      school_id: tx.actor.schoolId,
      id,
      draft_id: draft.id,
      section: edit.section,
      entry: edit.entry,
      change: edit.change && json(edit.change),
      why: edit.why ?? null,
      at: tx.now,
      by_person: tx.actor.personId,
    })
    .execute()
  const details = { draft: draft.id, section: edit.section, entry: edit.entry, taken: edit.change === null }
  await record(tx, { act: 'policy.edited', about: { table: 'policy_edit', id }, sight: everyoneSignedIn, details })
}

/** The field of the form that a problem of the loader belongs beside. */
const fieldIn = (sentence = ''): string | undefined => /^"[\w-]+": (\w+)/.exec(sentence)?.[1]
