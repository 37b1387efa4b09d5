import { clausesOf } from '../packs/lookup.js'
import type { Pack } from '../packs/pack.js'
import type { PostId } from '../../kernel/ids.js'
import { audiencesOf } from './notice.js'
import type { Notice } from './notice.js'
import { askingOf } from './notice-mechanism.js'
import type { Asking } from './who-has-not.js'

/** What all clauses of a pack together ask of a notice: every audience that one names, and the most that any asks. */
export function askingIn(notice: Notice, pack: Pack): Asking {
  const set = clausesOf(pack)
    .flatMap(({ keptBy }) => keptBy)
    .filter(({ mechanism }) => mechanism === notice.id)
    .map((keeper) => keeper.with ?? {})
  const each = set.map((params) => askingOf(notice, pack, params))
  const audiences = new Set<PostId>([...audiencesOf(notice, pack, {}), ...each.flatMap((one) => one.audiences)])
  return {
    audiences: [...audiences],
    act: notice.acknowledge || each.some(({ act }) => act === 'acknowledged') ? 'acknowledged' : 'shown',
    renew: notice.renew === 'year' || each.some(({ renew }) => renew === 'year') ? 'year' : 'change',
  }
}
