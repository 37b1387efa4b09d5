import type { Actor } from '../../kernel/actor.js'
import { Refusal } from '../../kernel/refusal.js'
import type { ImportOutcome, ImportProgress } from './commands/apply-import.js'

/** How an import that somebody agreed to stands: going on, done, refused (with the sentence), or broken by a fault. */
export type ImportStanding =
  | { readonly is: 'going'; readonly done: number; readonly of: number }
  | { readonly is: 'done'; readonly outcome: ImportOutcome }
  | { readonly is: 'refused'; readonly sentence: string }

/**
 * By school and person, in this process: the import itself is one transaction, so a restart in the middle leaves nothing
 * half done, and the files are brought again. Kept until its end has been shown.
 */
const running = new Map<string, ImportStanding>()

const keyOf = ({ schoolId, personId }: Actor): string => `${schoolId} ${personId ?? ''}`

/** How this person's import stands; null when there is none. */
export const importOf = (actor: Actor): ImportStanding | null => running.get(keyOf(actor)) ?? null

/** Its end has been shown. */
export const forgetImport = (actor: Actor): void => void running.delete(keyOf(actor))

/**
 * Starts an import unless this person's last one is still going, and comes back when it has ended or `patience` has
 * passed, whichever is first, so that a short one needs no waiting page. A fault is thrown on to `onFault` for the log.
 */
export async function startImport(
  actor: Actor,
  work: (progress: ImportProgress) => Promise<ImportOutcome>,
  { patience, onFault }: { readonly patience: number; readonly onFault: (fault: unknown) => void },
): Promise<void> {
  const key = keyOf(actor)
  if (running.get(key)?.is === 'going') return
  running.set(key, { is: 'going', done: 0, of: 0 })
  const ended = work((done, of) => void running.set(key, { is: 'going', done, of })).then(
    (outcome) => void running.set(key, { is: 'done', outcome }),
    (fault: unknown) => {
      if (!(fault instanceof Refusal)) onFault(fault)
      const sentence =
        fault instanceof Refusal ? fault.sentence : 'The import stopped, and nothing of it was written. Try again.'
      running.set(key, { is: 'refused', sentence })
    },
  )
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, patience))])
}
