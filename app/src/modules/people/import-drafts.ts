import type { Actor } from '../../kernel/actor.js'
import type { BroughtFile } from './commands/look-over.js'
import { largestUpload } from './read-upload.js'
import type { Mapping } from './import/mapping/mapping.js'

/** Files that somebody brought and is looking over, with what they said of them. */
export interface ImportDraft {
  readonly files: readonly BroughtFile[]
  readonly whole: boolean
  readonly mappings: ReadonlyMap<string, Mapping>
}

/** Long enough to walk to the office and ask; lists of children do not stay in a server's memory over night. */
const minutesKept = 60
const mostKept = 20
/** Of all that is looked over at once, in bytes: a server's memory is not for one busy afternoon, or for one bad visitor. */
const mostBytes = 4 * largestUpload

/**
 * By school and person, in this process's memory and nowhere else: a file that was never imported must leave no trace.
 * A restart loses it, and the file is chosen again.
 */
const drafts = new Map<string, { readonly draft: ImportDraft; readonly until: number }>()

const keyOf = ({ schoolId, personId }: Actor): string => `${schoolId} ${personId ?? ''}`

/** What this person is looking over, or null. `now` in milliseconds since 1970. */
export function importDraftOf(actor: Actor, now: number): ImportDraft | null {
  const kept = drafts.get(keyOf(actor))
  return kept && kept.until > now ? kept.draft : null
}

/** Keeps what this person brought, in place of what they brought before; where that is too much, what was brought longest ago goes. */
export function keepImportDraft(actor: Actor, draft: ImportDraft, now: number): void {
  for (const [key, { until }] of drafts) if (until <= now) drafts.delete(key)
  drafts.delete(keyOf(actor))
  drafts.set(keyOf(actor), { draft, until: now + minutesKept * 60_000 })
  for (const key of drafts.keys()) if (drafts.size > mostKept || bytesKept() > mostBytes) drafts.delete(key)
}

const bytesKept = (): number =>
  [...drafts.values()].flatMap(({ draft }) => draft.files).reduce((sum, { bytes }) => sum + bytes.length, 0)

/** The files were imported, or are not wanted. */
export const dropImportDraft = (actor: Actor): void => void drafts.delete(keyOf(actor))
