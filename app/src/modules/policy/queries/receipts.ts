import type { Temporal } from 'temporal-polyfill'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId } from '../../../kernel/ids.js'
import { peopleOf } from '../../people/index.js'
import type { PersonKind, PersonOfKind } from '../../people/index.js'
import type { PolicyReceiptRow, ReachTables, ReceiptFact } from '../reach-schema.js'

/** Somebody of an audience and how far a version has reached them. */
export interface Reached extends PersonOfKind {
  readonly facts: Readonly<Partial<Record<ReceiptFact, PolicyReceiptRow>>>
}

/** The receipts of one text, recorded by an instant. */
export const receiptsOf = (tx: ReadTx, hash: string, asOf: Temporal.Instant): Promise<readonly PolicyReceiptRow[]> =>
  tables<ReachTables>(tx)
    .selectFrom('policy_receipt')
    .selectAll()
    .where('hash', '=', hash)
    .where('recorded_at', '<=', asOf)
    .execute()

/** Everybody of some kinds at the school on a day, with what they have of a text. Two queries, however many people. */
export async function reachOf(
  tx: ReadTx,
  {
    hash,
    kinds,
    asOf,
  }: { readonly hash: string; readonly kinds: readonly PersonKind[]; readonly asOf: Temporal.Instant },
): Promise<readonly Reached[]> {
  const people = await peopleOf(tx, kinds, asOf)
  const receipts = Map.groupBy(await receiptsOf(tx, hash, asOf), ({ person_id }) => person_id)
  return people.map((person) => ({
    ...person,
    facts: Object.fromEntries((receipts.get(person.id) ?? []).map((receipt) => [receipt.fact, receipt])),
  }))
}

/** Every receipt of one person, newest first. */
export const receiptsOfPerson = (tx: ReadTx, person: PersonId): Promise<readonly PolicyReceiptRow[]> =>
  tables<ReachTables>(tx)
    .selectFrom('policy_receipt')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('recorded_at', 'desc')
    .execute()
