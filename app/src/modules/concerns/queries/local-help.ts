import { readEntries } from '../../../engine/registers/typed-entry.js'
import type { Help } from '../../../engine/packs/schema/sections.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { helpSources } from '../mechanisms/help-sources.js'

/** The help near here that the school added to the pack's, by name. The worker reads it for public pages: nothing in it is anybody's. */
export async function localHelp(tx: ReadTx, listed: readonly Help[]): Promise<readonly Help[]> {
  const known = new Set(listed.map(({ title }) => title.toLowerCase()))
  const entries = await readEntries(tx, helpSources)
  return entries
    .filter(({ title }) => !known.has(title.toLowerCase()))
    .map(({ id, title, values, reviewedOn }) => ({
      id,
      title,
      what: String(values['what']),
      ...given('phone', values['phone']),
      ...given('web', values['web']),
      for: values['for'] as Help['for'],
      checked: reviewedOn.toString(),
    }))
    .toSorted((a, b) => a.title.localeCompare(b.title))
}

const given = (key: 'phone' | 'web', value: unknown): Partial<Help> =>
  typeof value === 'string' ? { [key]: value } : {}
