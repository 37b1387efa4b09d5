import { postOf } from '../engine/packs/lookup.js'
import type { Pack } from '../engine/packs/pack.js'
import type { PlannedPerson } from './planned-people.js'
import { usernameField } from './school-answers.js'
import type { SchoolAnswers, SetupFault } from './school-answers.js'

type ByKey = ReadonlyMap<string, PlannedPerson>

const heldByWords = {
  staff: 'somebody who works here',
  governor: 'a governor',
  outside: 'an adult',
  volunteer: 'an adult',
}

function mayHold(heldBy: keyof typeof heldByWords, { kind }: PlannedPerson): boolean {
  if (heldBy === 'staff' || heldBy === 'governor') return kind === heldBy
  return kind !== 'pupil'
}

/** What is wrong with who holds which post, each beside that post's box. */
export function holderFaults(
  pack: Pack,
  byKey: ByKey,
  { holders }: Pick<SchoolAnswers, 'holders'>,
): readonly SetupFault[] {
  const [first = ''] = pack.routing.first
  const heard = pack.routing.first.some((post) => (holders[post] ?? []).length > 0)
  const nobody = at(first, 'Nobody would hear of a concern first. Name the safeguarding lead.')
  const each = Object.entries(holders).flatMap(([id, keys]) => {
    const sentence = holderFault(pack, byKey, id, keys)
    return sentence ? [at(id, sentence)] : []
  })
  return heard ? each : [nobody, ...each]
}

const at = (post: string, sentence: string): SetupFault => ({ step: 'posts', field: `post-${post}`, sentence })

function holderFault(pack: Pack, byKey: ByKey, id: string, keys: readonly string[]): string | null {
  const post = postOf(pack, id)
  if (!post) return `The pack has no post called “${id}”.`
  const people = keys.map((key) => byKey.get(key))
  if (people.some((person) => person === undefined)) return `${post.title}: the person chosen is not among the people.`
  if (people.length > 1 && !post.several) return `${post.title}: one person only.`
  const unfit = people.some((person) => person && !mayHold(post.heldBy, person))
  return unfit ? `${post.title}: choose ${heldByWords[post.heldBy]}.` : null
}

type Answers = Pick<SchoolAnswers, 'holders' | 'signIns'>

/** What is wrong with the first sign-ins, each beside the box of its username. */
export function signInFaults(pack: Pack, byKey: ByKey, { holders, signIns }: Answers): readonly SetupFault[] {
  const keeps = (key: string) =>
    Object.keys(holders).some(
      (post) => holders[post]?.includes(key) && postOf(pack, post)?.powers.includes('access.accounts'),
    )
  const names = signIns.map(({ username }) => username.trim().toLowerCase())
  const each = signIns.flatMap(({ key }, place) => {
    const sentence = signInFault(names, place, byKey.has(key))
    return sentence ? [{ step: 'sign-ins', field: usernameField(key), sentence } as const] : []
  })
  if (signIns.some(({ key }) => keeps(key))) return each
  const sentence =
    'Give a sign-in to somebody whose post keeps the accounts, such as the headteacher; they give the others theirs.'
  return [{ step: 'sign-ins', field: 'sign-ins', sentence }, ...each]
}

function signInFault(names: readonly string[], place: number, known: boolean): string | null {
  const name = names[place] ?? ''
  if (!known) return 'A sign-in is for somebody who is not among the people.'
  if (names.indexOf(name) !== place) return `Two sign-ins have the username ${name}.`
  return name.length < 2 || /\s/.test(name) ? 'A username has at least two letters and no spaces.' : null
}
