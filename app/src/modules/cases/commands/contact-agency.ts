import { Temporal } from 'temporal-polyfill'
import { agencyOf } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { sightFrom } from '../../../kernel/db/sight.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import { Refusal } from '../../../kernel/refusal.js'
import { packByHash } from '../../policy/index.js'
import { neededWords } from '../needed-words.js'
import { openCaseOf } from '../queries/case-of.js'
import type { AgencyContactRow, CaseRow, CaseTables } from '../schema.js'
import { writeSealed } from './write-sealed.js'

export interface AgencyContact {
  readonly agency: string
  readonly kind: AgencyContactRow['kind']
  readonly at: Temporal.Instant
  /** Who was spoken to there, and what they call it; needed of everything but a decision not to refer. */
  readonly spokeWith: string | null
  readonly theirReference: string | null
  /** What was said, or why it is not referred. */
  readonly words: string
}

/** Writes down that an agency was told, asked, or deliberately not told. Sealed; a reply is a contact of its own. */
export async function contactAgency(tx: Tx, caseId: string, contact: AgencyContact): Promise<string> {
  const row = await openCaseOf(tx, caseId)
  const pack = await packByHash(tx, row.pack_hash)
  if (!agencyOf(pack, contact.agency)) throw new Refusal('invalid', 'Choose who was told or asked.', 'agency')
  checkWords(contact)
  if (Temporal.Instant.compare(contact.at, tx.now) > 0)
    throw new Refusal('invalid', 'This time has not come yet. Check the date and the time.', 'at')
  await checkOrder(tx, row, pack, contact)
  return sealContact(tx, row, contact)
}

function checkWords({ kind, words, spokeWith }: AgencyContact): void {
  if (kind === 'not-referred') {
    neededWords(words, 'Write why they are not told: a decision not to refer needs its reasons.')
    return
  }
  neededWords(words, 'Write what was said.')
  neededWords(spokeWith ?? '', 'Write who you spoke to: a name, or their part.', 'spokeWith')
}

/**
 * Some agencies must hear before others: the police before another school, where the pack says so. A reasoned decision not
 * to refer to the first opens the way to the second; silence does not.
 */
export async function checkOrder(
  tx: ReadTx,
  row: CaseRow,
  pack: Pack,
  { agency, kind }: Pick<AgencyContact, 'agency' | 'kind'>,
): Promise<void> {
  const before = kind === 'not-referred' ? [] : (agencyOf(pack, agency)?.before ?? [])
  if (before.length === 0) return
  const told = await tables<CaseTables>(tx)
    .selectFrom('agency_contact')
    .select('agency')
    .where('case_id', '=', row.id)
    .where('agency', 'in', before)
    .execute()
  const missing = before.filter((one) => !told.some((contact) => contact.agency === one))
  if (missing.length === 0) return
  const names = missing.map((one) => agencyOf(pack, one)?.title ?? one).join(' and ')
  const sentence = `${names} must be told first, or the reasons written why not. Then go on here.`
  throw new Refusal('conflict', sentence, 'agency')
}

/** Seals a contact that a command has checked already. */
export const sealContact = (tx: Tx, row: CaseRow, contact: AgencyContact): Promise<string> =>
  writeSealed(
    tx,
    'agency_contact',
    {
      case_id: row.id,
      agency: contact.agency,
      kind: contact.kind,
      contacted_at: contact.at,
      spoke_with: contact.spokeWith,
      their_reference: contact.theirReference,
      words: contact.words,
    },
    sightFrom(row),
  )
