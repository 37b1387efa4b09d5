import { workerIn } from '../../../kernel/actor.js'
import type { Actor } from '../../../kernel/actor.js'
import type { Db } from '../../../kernel/db/database.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { once } from '../../../kernel/db/once.js'
import { sightFrom } from '../../../kernel/db/sight.js'
import type { Sight } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import { enqueue } from '../../../kernel/jobs/job.js'
import { Refusal } from '../../../kernel/refusal.js'
import { newsJob } from '../jobs/news-job.js'
import { actingPost } from '../queries/acting-post.js'
import { concernOf } from '../queries/concern-of.js'
import type { ConcernTables } from '../schema.js'
import { addStatement } from './add-statement.js'

export interface Addition {
  /** Comes with the form, so that a repeated submit adds once. */
  readonly key: string
  readonly concern: string
  readonly words: string
}

const needsWords = (words: string): string => {
  if (words.trim() === '') throw new Refusal('invalid', 'Write what you want to add.', 'words')
  return words
}

/** Adds what somebody who may see the concern has learnt since. What was said before stays as it is. */
export async function addToConcern(db: Db, actor: Actor, { key, concern, words }: Addition): Promise<void> {
  const text = needsWords(words)
  await inSchool(db, actor, (tx) =>
    once(tx, key, async () => {
      const row = await concernOf(tx, concern)
      const asPost = await actingPost(tx, row)
      return addStatement(tx, { concern, kind: 'addition', words: text, asPost, sight: sightFrom(row) })
    }),
  )
}

/**
 * The same for the person who reported it and is not in its sight. They learn nothing of it; those who act on it are
 * told that there is more.
 */
export async function addToOwnReport(db: Db, actor: Actor, { key, concern, words }: Addition): Promise<void> {
  const text = needsWords(words)
  const sight = await sightOfOwn(db, actor, concern)
  await inSchool(db, actor, (tx) =>
    once(tx, key, async () => {
      const statement = await addStatement(tx, { concern, kind: 'addition', words: text, sight })
      await enqueue(tx, newsJob, { schoolId: actor.schoolId, concern, from: actor.personId ?? '' })
      return statement
    }),
  )
}

/** Read as the worker: a reporter may add to their report, and may not see who else can. */
async function sightOfOwn(db: Db, { schoolId, personId }: Actor, concern: string): Promise<Sight> {
  const row = await reading(db, workerIn(schoolId), (tx) =>
    tables<ConcernTables>(tx)
      .selectFrom('concern')
      .select(['sight_posts', 'sight_persons', 'never_persons'])
      .where('id', '=', concern)
      .where('reporter_id', '=', personId)
      .executeTakeFirst(),
  )
  if (!row || (personId && row.never_persons.includes(personId)))
    throw new Refusal('not-found', 'You have sent no such report.')
  return sightFrom(row)
}
