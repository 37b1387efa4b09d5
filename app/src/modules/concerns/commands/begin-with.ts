import { riskOf } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { Refusal } from '../../../kernel/refusal.js'
import type { Assessment } from './triage.js'

/**
 * The procedure that a case begins with, or null for none. Where the pack names one for this kind of risk, another may
 * fit better and is taken, but none is refused: a nude picture must not become a case that says nothing of not looking.
 */
export function beginWith(
  pack: Pack,
  { risk, subtype }: Pick<Assessment, 'risk' | 'subtype'>,
  chosen: string,
): string | null {
  const named = riskOf(pack, risk)?.subtypes.find(({ id }) => id === subtype)?.procedure
  if (chosen === 'usual') return named ?? null
  if (chosen !== 'none') return known(pack, chosen)
  if (named === undefined) return null
  const title = pack.procedures.find(({ id }) => id === named)?.title ?? named
  throw new Refusal(
    'invalid',
    `For this kind of risk our policy begins with “${title}”. Choose it, or another that fits better.`,
    'procedure',
  )
}

function known(pack: Pack, id: string): string {
  if (!pack.procedures.some((one) => one.id === id)) throw new Refusal('invalid', 'Choose a procedure.', 'procedure')
  return id
}
