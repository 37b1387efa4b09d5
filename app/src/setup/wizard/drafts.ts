import { deserialize, serialize } from 'node:v8'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Temporal } from 'temporal-polyfill'
import { settingUp } from '../../kernel/actor.js'
import type { Core } from '../../kernel/core.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import { tables } from '../../kernel/db/tx.js'
import type { SchoolId } from '../../kernel/ids.js'
import { decrypt, encrypt } from '../../kernel/vault.js'
import type { SchoolAnswers } from '../school-answers.js'
import { draftKey, draftMark, markBrowser, unmarkBrowser } from './draft-cookie.js'
import type { DraftMark } from './draft-cookie.js'

/** Somebody who sets a school up may go for the list of pupils and come back the next day. */
const hoursKept = 24

interface DraftTables {
  readonly setup_draft: {
    readonly school_id: SchoolId
    readonly sealed: Buffer
    readonly kept_until: Temporal.Instant
  }
}

const empty: SchoolAnswers = {
  name: '',
  slug: '',
  phone: null,
  pack: 'uk-primary',
  answers: {},
  calendar: null,
  files: [],
  skipBad: false,
  byHand: [],
  holders: {},
  signIns: [],
}

/**
 * The answers that this browser has given so far. They lie in the database, sealed: people's details must not lie about
 * in a cookie, and memory would lose them when the server starts anew or another process answers the next step.
 */
export const answersOf = async (core: Core, request: FastifyRequest): Promise<SchoolAnswers> =>
  (await draftOf(core, request))?.answers ?? empty

/** The draft that this browser's mark opens; null without a mark, and for one that was made up or altered. */
async function draftOf(
  { db, keys }: Core,
  request: FastifyRequest,
): Promise<{ readonly mark: DraftMark; readonly answers: SchoolAnswers } | null> {
  const mark = draftMark(request)
  if (!mark) return null
  const row = await reading(db, settingUp(mark.id), (tx) =>
    tables<DraftTables>(tx).selectFrom('setup_draft').select('sealed').executeTakeFirst(),
  )
  if (!row) return { mark, answers: empty }
  try {
    return { mark, answers: deserialize(decrypt(draftKey(keys, mark), row.sealed, mark.id)) as SchoolAnswers }
  } catch {
    return null
  }
}

/** Keeps more answers of this browser, and clears away what other browsers left behind a day ago. */
export async function keepAnswers(
  core: Core,
  request: FastifyRequest,
  reply: FastifyReply,
  more: Partial<SchoolAnswers>,
): Promise<void> {
  const draft = await draftOf(core, request)
  const answers = { ...(draft?.answers ?? empty), ...more }
  // A mark that opens nothing is not gone on with: it would write over what somebody else has answered.
  const mark = draft?.mark ?? markBrowser(request, reply)
  const sealed = encrypt(draftKey(core.keys, mark), serialize(answers), mark.id)
  await inSchool(core.db, settingUp(mark.id), (tx) => {
    const kept = { sealed, kept_until: tx.now.add({ hours: hoursKept }) }
    return tables<DraftTables>(tx)
      .insertInto('setup_draft')
      .values({ school_id: mark.id, ...kept })
      .onConflict((other) => other.column('school_id').doUpdateSet(kept))
      .execute()
  })
  await core.db.pool.query('SELECT forget_setup_drafts($1)', [core.db.clock.now().toString()])
}

/** The school is made: nothing of any draft is needed any more. */
export async function dropAnswers({ db }: Core, reply: FastifyReply): Promise<void> {
  await db.pool.query(`SELECT forget_setup_drafts('infinity')`)
  unmarkBrowser(reply)
}
