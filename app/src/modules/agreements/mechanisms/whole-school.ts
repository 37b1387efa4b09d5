import type { Temporal } from 'temporal-polyfill'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { at } from '../../../engine/around.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId, PostId } from '../../../kernel/ids.js'
import { rosterAt } from '../../people/index.js'
import type { RosterPerson } from '../../people/index.js'
import { activePack } from '../../policy/index.js'
import { standingsOf } from '../queries/standings.js'
import type { PersonStanding } from '../queries/standings.js'

/** Everything that the checks of one round look at. */
export interface WholeSchool {
  readonly pack: Pack
  readonly people: readonly RosterPerson[]
  readonly standings: readonly PersonStanding[]
}

/** One look per transaction and instant: forty clauses ask for the same, and each look reads every signature. */
const looked = new WeakMap<ReadTx, Map<number, Promise<WholeSchool>>>()

/** Everybody, and how every agreement asked of them stood, at an instant. */
export function wholeSchool(tx: ReadTx, asOf: Temporal.Instant): Promise<WholeSchool> {
  const known = looked.get(tx) ?? new Map<number, Promise<WholeSchool>>()
  looked.set(tx, known)
  const before = known.get(asOf.epochMilliseconds)
  if (before) return before
  const look = lookOver(at(tx, asOf))
  known.set(asOf.epochMilliseconds, look)
  return look
}

async function lookOver(then: ReadTx): Promise<WholeSchool> {
  const { pack } = await activePack(then)
  const people = await rosterAt(then)
  return { pack, people, standings: await standingsOf(then, pack, people) }
}

/** As many rows as a finding lists; its sentence counts them all. */
const most = 50

/** A finding about people: its sentence, and the rows behind it. */
export const aboutPeople = (
  sentence: string,
  people: readonly PersonId[],
  more: { readonly post: PostId; readonly due: Temporal.Instant | null },
): Finding => ({ sentence, rows: people.slice(0, most).map((id) => ({ table: 'person', id })), ...more })

/** The post that keeps agreements: the first below the headteacher that may, else the headteacher. */
export function keeperPost(pack: Pack): PostId {
  const headteacher = 'headteacher' as PostId
  const keepers = pack.posts.filter(({ id, powers }) => id !== headteacher && powers.includes('agreements.keep'))
  return (keepers.find(({ id }) => id === ('school-business-manager' as PostId)) ?? keepers[0])?.id ?? headteacher
}

/** '1 person has', '12 people have'. */
export const peopleHave = (count: number): string => (count === 1 ? '1 person has' : `${count} people have`)
