import type { Deps } from './engine/deps.js'
import type { Boss } from './kernel/jobs/boss.js'
import { startSealer } from './kernel/journal/sealer.js'
import type { Log } from './kernel/log.js'
import { jobs, recurring } from './open-hedgerow.js'

/** Begins the background work: jobs, clocks, the journal's sealing. One process a school, or several beside each other. */
export async function startWorker(
  deps: Deps & { readonly boss: Boss },
  log: Log,
): Promise<{ readonly stop: () => Promise<void> }> {
  await deps.boss.work<Deps>(deps, jobs, recurring)
  return startSealer(deps, (fault) => log.error(fault))
}
