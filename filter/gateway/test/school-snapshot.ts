import type { Policy, Snapshot } from '../../engine/src/index.js'
import { listOf, opened, policyOf, ruleOf } from '../../engine/test/school.js'

/** What a test's snapshot is about. */
export interface SnapshotOptions {
  readonly number?: number
  readonly gambling?: readonly string[]
  readonly policy?: Partial<Policy>
}

/** A real snapshot of a small school: gambling is blocked for KS2, all else is open to them, EYFS sees nothing unlisted. */
export function schoolSnapshot({
  number = 1,
  gambling = ['bets.example'],
  policy,
}: SnapshotOptions = {}): Promise<Snapshot> {
  const blocked = ruleOf('no-gambling', {
    verdict: 'block',
    about: { categories: ['gambling'] },
    to: { everyone: true },
  })
  return opened({
    policy: policyOf([blocked], policy),
    lists: [listOf('gambling', gambling.join('\n'), { category: 'gambling' })],
    number,
  })
}
