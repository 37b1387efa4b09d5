import { procedureOf, subtypeOf } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { Refusal } from '../../../kernel/refusal.js'
import type { Assessment } from './triage.js'

type Kind = Pick<Assessment, 'risk' | 'subtype'>

/**
 * The procedure that a case begins with, or null for none. Where the pack names one for this kind of risk, another may
 * fit better and is taken, but none is refused: a nude picture must not become a case that says nothing of not looking.
 */
export function beginWith(pack: Pack, kind: Kind, chosen: string): string | null {
  const named = subtypeOf(pack, kind)?.procedure
  if (chosen === 'usual') return named ?? null
  if (chosen !== 'none') return known(pack, chosen)
  if (named === undefined) return null
  throw new Refusal(
    'invalid',
    `For this kind of risk our policy begins with “${titleOf(pack, named)}”. Choose it, or another that fits better.`,
    'procedure',
  )
}

/** The procedure that is always followed for this kind of risk; null where none is. */
export function alwaysFollowed(pack: Pack, kind: Kind): string | null {
  const { always, procedure = null } = subtypeOf(pack, kind) ?? {}
  return always ? procedure : null
}

/**
 * Refuses to settle a concern whose kind of risk has a procedure that is always followed: a nude picture has its first
 * review however small it seems (UKCIS, Sharing nudes and semi-nudes; 003-109). What proves to be something else gets
 * another kind, and what proves to be nothing is closed with that reason. `field` is the box of the form to say it at.
 */
export function refuseWhereAlwaysFollowed(pack: Pack, kind: Kind, field: 'decision' | 'reason' | 'other'): void {
  const procedure = alwaysFollowed(pack, kind)
  if (procedure === null) return
  throw new Refusal(
    'invalid',
    `For this kind of risk our policy always follows “${titleOf(pack, procedure)}”. Take it up as a case. If it proves to be something else, choose that kind of risk; if it did not happen, close it with that reason.`,
    field,
  )
}

const titleOf = (pack: Pack, procedure: string): string => procedureOf(pack, procedure)?.title ?? procedure

function known(pack: Pack, id: string): string {
  if (!procedureOf(pack, id)) throw new Refusal('invalid', 'Choose a procedure.', 'procedure')
  return id
}
