import { workerIn } from '../actor.js'
import type { Core } from '../core.js'
import { inSchool } from '../db/in-school.js'
import type { SchoolId } from '../ids.js'
import { seal } from './seal.js'

/** How long an entry may wait to be linked into the chain, in milliseconds. */
const interval = 1000

/** Seals what waits in every school, once. Returns how many entries were linked. */
export async function sealWaiting({ db, keys }: Core): Promise<number> {
  const { rows } = await db.pool.query<{ school_id: SchoolId }>('SELECT school_id FROM schools_with_journal_waiting()')
  let linked = 0
  for (const { school_id } of rows) linked += await inSchool(db, workerIn(school_id), (tx) => seal(tx, keys.journal))
  return linked
}

/** Seals the journal every second until stopped. A round that fails (the database is restarting) is tried again by the next. */
export function startSealer(core: Core, onFault: (fault: Error) => void): { readonly stop: () => Promise<void> } {
  let round: Promise<unknown> = Promise.resolve()
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    round = sealWaiting(core)
      .catch(onFault)
      .finally(() => (busy = false))
  }, interval)
  return {
    stop: async () => {
      clearInterval(timer)
      await round
    },
  }
}
