import type { ListRow, SafeSearchEngine } from '../decide/list-row.js'
import type { Policy } from '../policy.js'

/** Who names hosts besides the lists. */
export interface Naming {
  readonly policy: Policy
  readonly engines: readonly SafeSearchEngine[]
}

/** The hosts of a row of the table of lists that policy and program name themselves; none for one that was supplied. */
export function ownHosts({ kind, id }: ListRow, { policy, engines }: Naming): readonly string[] {
  if (kind === 'help') return policy.help
  if (kind === 'safe-search') return engines.find((engine) => engine.id === id)?.hosts ?? []
  const rule = kind === 'rule' ? policy.rules.find((each) => each.id === id) : undefined
  return rule !== undefined && 'hosts' in rule.about ? rule.about.hosts : []
}
