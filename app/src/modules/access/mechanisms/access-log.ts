import { ClauseParams } from '../../../engine/clauses/clause-params.js'
import { judged } from '../../../engine/clauses/clause-state.js'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import type { Temporal } from 'temporal-polyfill'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { JournalTables } from '../../../kernel/journal/entry.js'
import { signInRules } from '../queries/sign-in-rules.js'
import type { AccessTables } from '../schema.js'
import { keeperPost } from './keeper-post.js'

/** How far back sign-ins are compared with the journal. */
const LOOK_BACK_HOURS = 30 * 24
/** The sealer comes every minute; after an hour something is wrong with it. */
const SEALED_WITHIN_MINUTES = 60

/** Sign-ins of the last thirty days, and those of them that the journal does not know. */
async function signInsWithoutEntry(tx: ReadTx, asOf: Temporal.Instant) {
  const rows = await tables<AccessTables & JournalTables>(tx)
    .selectFrom('session')
    .select('session.id')
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('journal_entry')
            .select('journal_entry.id')
            .whereRef('journal_entry.school_id', '=', 'session.school_id')
            .where('about_table', '=', 'session')
            .whereRef('about_id', '=', 'session.id')
            .where('act', '=', 'sign-in.succeeded'),
        )
        .as('journalled'),
    )
    .where('whole_at', '<=', asOf)
    .where('whole_at', '>', asOf.subtract({ hours: LOOK_BACK_HOURS }))
    .execute()
  return { looked: rows.length, missing: rows.filter(({ journalled }) => journalled !== true) }
}

/** Entries written well before an instant that nobody has sealed yet. */
async function unsealed(tx: ReadTx, asOf: Temporal.Instant): Promise<number> {
  const { count } = await tables<JournalTables>(tx)
    .selectFrom('journal_waiting')
    .innerJoin('journal_entry', (join) =>
      join
        .onRef('journal_entry.school_id', '=', 'journal_waiting.school_id')
        .onRef('journal_entry.id', '=', 'journal_waiting.entry_id'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('at', '<', asOf.subtract({ minutes: SEALED_WITHIN_MINUTES }))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Every sign-in stands in the journal, and the journal is sealed in time. Whether a seal was broken, `hedgerow verify` says. */
export const accessLogMechanism: Mechanism = {
  id: 'access-log',
  params: ClauseParams,
  page: null,
  check: async (tx, _params, asOf) => {
    const post = keeperPost((await signInRules(tx)).pack)
    const { looked, missing } = await signInsWithoutEntry(tx, asOf)
    const waiting = await unsealed(tx, asOf)
    const found: readonly Omit<Finding, 'post' | 'due'>[] = [
      ...missing.map(({ id }) => ({ sentence: 'A sign-in is not in the journal.', rows: [{ table: 'session', id }] })),
      ...(waiting > 0
        ? [{ sentence: `${waiting} entries of the journal have waited over an hour to be sealed.`, rows: [] }]
        : []),
    ]
    return judged(
      `${looked} sign-ins of the last thirty days, compared with the journal`,
      found.map((one) => ({ ...one, post, due: null })),
    )
  },
}
