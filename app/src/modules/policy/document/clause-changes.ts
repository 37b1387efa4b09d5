import { clausesOf } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { Clause } from '../../../engine/packs/schema/sections.js'

/** One promise that differs between two versions. */
export interface ClauseChange {
  readonly id: string
  readonly number: string
  readonly kind: 'is new' | 'is gone' | 'is worded differently' | 'is in other words for parents or children'
  readonly before: string | null
  readonly after: string | null
}

/** The promises whose words differ, in the order of the later version, those that are gone at the end. Pure. */
export function clauseChanges(before: Pack, after: Pack): readonly ClauseChange[] {
  const then = new Map(clausesOf(before).map((clause) => [clause.id, clause]))
  const now = new Set(clausesOf(after).map(({ id }) => id))
  return [
    ...clausesOf(after).flatMap((clause) => changeOf(then.get(clause.id), clause)),
    ...clausesOf(before)
      .filter(({ id }) => !now.has(id))
      .map(({ id, number, text }): ClauseChange => ({ id, number, kind: 'is gone', before: text, after: null })),
  ]
}

function changeOf(then: Clause | undefined, now: Clause): readonly ClauseChange[] {
  const { id, number, text } = now
  if (!then) return [{ id, number, kind: 'is new', before: null, after: text }]
  if (then.text !== text) return [{ id, number, kind: 'is worded differently', before: then.text, after: text }]
  const others = (['plain', 'child', 'ks1'] as const).filter((words) => then[words] !== now[words])
  return others.map((words) => ({
    id,
    number,
    kind: 'is in other words for parents or children',
    before: then[words] ?? null,
    after: now[words] ?? null,
  }))
}
