import type { Deps } from '../../../engine/deps.js'
import { workerIn } from '../../../kernel/actor.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import type { Job, JobPayload } from '../../../kernel/jobs/job.js'
import { passOnNews } from '../commands/pass-on-news.js'

export interface NewsPayload extends JobPayload {
  readonly concern: string
  /** Who added it, by person id; empty for somebody without an account. They are not told of their own words. */
  readonly from: string
}

/** Somebody wrote more: the worker's, because a reporter's own transaction may see neither the concern nor who acts on it. */
export const newsJob: Job<NewsPayload, Deps> = {
  name: 'concerns.news',
  run: ({ db }, { schoolId, concern, from }) => inSchool(db, workerIn(schoolId), (tx) => passOnNews(tx, concern, from)),
}
