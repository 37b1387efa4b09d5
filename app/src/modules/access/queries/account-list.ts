import type { Temporal } from 'temporal-polyfill'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import { holdersOf, personCards } from '../../people/index.js'
import type { AccessTables } from '../schema.js'
import { signInRules } from './sign-in-rules.js'

/** An account as those who keep them see it. */
export interface KeptAccount {
  readonly id: string
  readonly person: PersonId
  readonly name: string
  readonly job: string | null
  readonly username: string
  readonly lastSignedInAt: Temporal.Instant | null
  readonly mustChange: boolean
  readonly secondSteps: number
  readonly needsSecondStep: boolean
}

/** A large primary school has some hundred and fifty adults. */
const MOST = 1_000

/** The accounts in use, by name; one of them where an id is given. */
export async function accountList(tx: ReadTx, only?: string): Promise<readonly KeptAccount[]> {
  let open = tables<AccessTables>(tx)
    .selectFrom('account')
    .select(['account.id', 'account.person_id', 'username', 'last_signed_in_at', 'must_change_since'])
    .select((eb) =>
      eb
        .selectFrom('second_factor')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('second_factor.school_id', '=', 'account.school_id')
        .whereRef('second_factor.account_id', '=', 'account.id')
        .where('until', 'is', null)
        .as('factors'),
    )
    .where('ended_at', 'is', null)
  if (only) open = open.where('account.id', '=', only)
  const rows = await open.limit(MOST).execute()
  const persons = rows.map(({ person_id }) => person_id)
  const [cards, twice] = [await personCards(tx, persons), await needingTwoSteps(tx)]
  return rows
    .map((row) => ({
      id: row.id,
      person: row.person_id,
      name: cards.get(row.person_id)?.name ?? row.username,
      job: cards.get(row.person_id)?.job_title ?? null,
      username: row.username,
      lastSignedInAt: row.last_signed_in_at,
      mustChange: row.must_change_since !== null,
      secondSteps: Number(row.factors ?? 0),
      needsSecondStep: twice.has(row.person_id),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

async function needingTwoSteps(tx: ReadTx): Promise<ReadonlySet<PersonId>> {
  const rules = await signInRules(tx)
  const holdings = await holdersOf(tx, null)
  return new Set(holdings.filter(({ post }) => rules.needsSecondFactor([post])).map(({ person }) => person))
}
