import { inWords } from '../../engine/registers/in-words.js'
import type { Names, Register, Values } from '../../engine/registers/register.js'
import type { RegisterAct, RegisterVersionRow } from '../../engine/registers/schema.js'
import type { PersonId } from '../../kernel/ids.js'
import type { HistoryLine } from './pages/entry.js'

const acts: Readonly<Record<RegisterAct, string>> = {
  added: 'Added',
  imported: 'Brought in from a spreadsheet',
  changed: 'Changed',
  'looked-at': 'Looked at again',
  ended: 'Ended',
}

interface Versioned {
  readonly version: RegisterVersionRow
  readonly values: Values
}

/** An entry's versions as a history, newest first: each with what became different from the one before it. */
export function historyOf(
  register: Register,
  versions: readonly Versioned[],
  { names, by }: { readonly names: Names; readonly by: (person: PersonId) => string | null },
): readonly HistoryLine[] {
  return versions.map(({ version, values }, place) => {
    const before = versions[place + 1]?.values
    return {
      at: version.at,
      act: acts[version.act],
      by: version.by_person ? by(version.by_person) : null,
      why: version.why,
      changes: before ? changesBetween(register, before, { after: values, names }) : [],
    }
  })
}

function changesBetween(
  { form, secret }: Register,
  before: Values,
  { after, names }: { readonly after: Values; readonly names: Names },
): readonly string[] {
  return Object.entries(form.fields).flatMap(([name, { label }]) => {
    if (secret?.includes(name)) return []
    const [was, is] = [inWords(form, name, before, names), inWords(form, name, after, names)]
    return was === is ? [] : [`${label}: ${was || 'nothing'} → ${is || 'nothing'}`]
  })
}
