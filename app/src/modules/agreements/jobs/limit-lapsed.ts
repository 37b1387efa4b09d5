import type { Deps } from '../../../engine/deps.js'
import { workerIn } from '../../../kernel/actor.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import type { SchoolId } from '../../../kernel/ids.js'
import type { RecurringJob } from '../../../kernel/jobs/job.js'
import { tell } from '../../communications/index.js'
import { holdersOf, rosterAt } from '../../people/index.js'
import { findActivePack } from '../../policy/index.js'
import { endGrant } from '../commands/ask-gate.js'
import { openGrants, standWithout } from '../mechanisms/access-gate.js'
import { agreementSight } from '../sights.js'
import { gateUrl } from '../urls.js'

/** What the reason says of a grant that the round ended. */
const words: Readonly<Record<string, string>> = {
  left: 'They are no longer of the school',
  training: 'Awareness training is more than twelve months ago',
}

/** Ends grants whose signature or training no longer carries them, mercy included, and tells those who give access. Safe to run twice. */
export const limitLapsedIn = (deps: Pick<Deps, 'db'>, schoolId: SchoolId): Promise<number> =>
  inSchool(deps.db, workerIn(schoolId), async (tx) => {
    const active = await findActivePack(tx)
    if (!active) return 0
    const { pack } = active
    const school = { pack, people: await rosterAt(tx) }
    const over = await standWithout(tx, school, await openGrants(tx, tx.now))
    for (const { grant, why } of over)
      await endGrant(
        tx,
        grant.id,
        why.map((id) => words[id]).find(Boolean) ?? 'A signature it rests on is missing or has lapsed',
      )
    const first = over[0]
    if (first) {
      const givers = pack.posts.filter(({ powers }) => powers.includes('agreements.grant')).map(({ id }) => id)
      const persons = (await holdersOf(tx, givers)).map(({ person }) => person)
      const sight = { ...agreementSight(pack), persons }
      const about = { table: 'access_grant', id: first.grant.id }
      await tell(tx, { persons, kind: 'access-ended', about, url: gateUrl(), sight })
    }
    return over.length
  })

export const limitLapsed: RecurringJob<Deps> = {
  name: 'agreements.limit',
  cron: '17 5 * * *',
  run: async (deps, schoolId) => void (await limitLapsedIn(deps, schoolId)),
}
