import { ClauseParams } from '../../../engine/clauses/clause-params.js'
import { judged } from '../../../engine/clauses/clause-state.js'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { Temporal } from 'temporal-polyfill'
import type { PostId } from '../../../kernel/ids.js'
import type { PeopleTables } from '../schema.js'

const office = 'school-business-manager' as PostId

/** Pupils of that day, with what a policy needs to know of each: a class, and an adult who answers for them. */
const pupilsOn = (tx: ReadTx, day: Temporal.PlainDate) =>
  tables<PeopleTables>(tx)
    .selectFrom('person')
    .where('kind', '=', 'pupil')
    .where('started', '<=', day)
    .where((eb) => eb.or([eb('ended', 'is', null), eb('ended', '>=', day)]))

async function withoutAdult(tx: ReadTx, day: Temporal.PlainDate): Promise<readonly string[]> {
  const rows = await pupilsOn(tx, day)
    .select('person.id')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('responsibility')
            .select('responsibility.id')
            .whereRef('responsibility.school_id', '=', 'person.school_id')
            .whereRef('responsibility.child_id', '=', 'person.id')
            .where('responsibility.started', '<=', day)
            .where((or) => or.or([or('responsibility.ended', 'is', null), or('responsibility.ended', '>=', day)])),
        ),
      ),
    )
    .limit(500)
    .execute()
  return rows.map(({ id }) => id)
}

const found = (rows: readonly string[], one: string, many: string): readonly Finding[] =>
  rows.length === 0
    ? []
    : [
        {
          sentence: rows.length === 1 ? one : `${rows.length} ${many}`,
          rows: rows.map((id) => ({ table: 'person', id })),
          post: office,
          due: null,
        },
      ]

/** Everybody the policy covers is known: there are pupils, each in a class, each with an adult who answers for them. */
export const rosterMechanism: Mechanism = {
  id: 'roster',
  params: ClauseParams,
  page: '/people',
  check: async (tx, _params, asOf) => {
    const day = londonDate(asOf)
    const pupils = await pupilsOn(tx, day).select(['person.id', 'person.class_code']).execute()
    const nobody =
      pupils.length === 0
        ? [{ sentence: 'No pupils are known. Import them from a file.', rows: [], post: office, due: null }]
        : []
    const classless = pupils.filter(({ class_code }) => class_code === null).map(({ id }) => id)
    const alone = await withoutAdult(tx, day)
    return judged(`${pupils.length} pupils looked at`, [
      ...nobody,
      ...found(classless, 'One pupil is in no class.', 'pupils are in no class.'),
      ...found(alone, 'One pupil has no parent or carer on record.', 'pupils have no parent or carer on record.'),
    ])
  },
}
