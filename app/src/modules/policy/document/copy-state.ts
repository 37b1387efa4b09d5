import { fullDate } from '../../../web/dates.js'
import type { CopyState } from '../pages/copy.js'
import type { Version } from '../queries/versions.js'
import { copyCode, readCopyCode } from './copy-code.js'

/** What to say of a copy with this code. Versions newest first; a text that came back into force counts as its newest. */
export function copyState(versions: readonly Version[], typed: string | undefined): CopyState {
  if (typed === undefined) return { is: 'not asked' }
  const code = readCopyCode(typed)
  if (code === null) return { is: 'no code', typed }
  const version = versions.find(({ hash }) => copyCode(hash) === code)
  if (!version) return { is: 'unknown', typed }
  if (version.standing === 'in force')
    return { is: 'current', typed, sentence: `Yes. This is the version in force since ${fullDate(version.from)}.` }
  if (version.standing === 'coming')
    return { is: 'coming', typed, sentence: `Not yet. This version takes force on ${fullDate(version.from)}.` }
  const since = version.until ? ` since ${fullDate(version.until)}` : ''
  return {
    is: 'old',
    typed,
    sentence: `No. This copy is out of date${since}. Ask the school for the version in force.`,
  }
}
