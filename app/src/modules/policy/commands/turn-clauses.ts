import { canonical } from '../../../kernel/canonical.js'
import { json } from '../../../kernel/db/json.js'
import { tables } from '../../../kernel/db/tx.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import type { ClauseId } from '../../../kernel/ids.js'
import type { ClauseState } from '../../../engine/clauses/clause-state.js'
import { latestTurns } from '../queries/latest-turns.js'
import type { ClauseTurnRow, PolicyTables, StoredFinding } from '../schema.js'

const stored = ({ findings }: ClauseState): readonly StoredFinding[] =>
  findings.map(({ sentence, rows, post, due }) => ({ sentence, rows, post, due: due?.toString() ?? null }))

/** A state in one text to compare by: jsonb gives keys back in an order of its own. Reckoned once for what many clauses share. */
const texts = new WeakMap<object, string>()

function textOf(said: object, findings: readonly StoredFinding[]): string {
  const text = texts.get(said) ?? canonical(findings as never)
  texts.set(said, text)
  return text
}

const same = (turn: ClauseTurnRow | undefined, state: ClauseState): boolean =>
  turn?.verdict === state.verdict &&
  turn.basis === state.basis &&
  turn.findings.length === state.findings.length &&
  textOf(turn, turn.findings) === textOf(state, stored(state))

/** Writes down each clause whose state is another than when it was last looked at. Returns how many turned. */
export async function turnClauses(tx: Tx, states: ReadonlyMap<ClauseId, ClauseState>): Promise<number> {
  const before = await latestTurns(tx, tx.now)
  const turned = [...states].filter(([clause, state]) => !same(before.get(clause), state))
  if (turned.length === 0) return 0
  const rows = turned.map(([clause, state]) => ({
    school_id: tx.actor.schoolId,
    id: newId<string>(tx.now.epochMilliseconds),
    clause,
    verdict: state.verdict,
    basis: state.basis,
    findings: json(stored(state)),
    at: tx.now,
  }))
  await tables<PolicyTables>(tx).insertInto('clause_turn').values(rows).execute()
  return turned.length
}
