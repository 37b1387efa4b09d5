import { spanOf, withinWords } from '../../../kernel/calendar/span.js'
import { titleOfPost } from '../lookup.js'
import type { Pack } from '../pack.js'
import type { Clock } from '../schema/sections.js'
import { compare, same, thePost } from './compare.js'

/** How soon each step must be taken, and who hears if it is not. */
export function clockDifferences(before: Pack, after: Pack): readonly string[] {
  const { added, removed, changed } = compare(before.clocks, after.clocks)
  return [
    ...added.map((clock) => `${task(clock)} ${withinWords(spanOf(clock.within))}. This is new.`),
    ...changed.flatMap((pair) => changedClock(pair.before, pair.after, after)),
    ...removed.map((clock) => `There is no longer a time limit for this: ${task(clock).toLowerCase()}.`),
  ]
}

function changedClock(before: Clock, after: Clock, pack: Pack): readonly string[] {
  const now = withinWords(spanOf(after.within))
  const then = withinWords(spanOf(before.within))
  const limit = now === then ? [] : [`${task(after)} ${now}; before, ${then}.`]
  const others = same(before.escalate, after.escalate) ? [] : [escalation(after, pack)]
  return [...limit, ...others]
}

function escalation(clock: Clock, pack: Pack): string {
  const [first] = clock.escalate ?? []
  if (first === undefined) return `Nobody else is called when it is not done in time: ${task(clock).toLowerCase()}.`
  return `${task(clock)} in time, or ${thePost(titleOfPost(pack, first.to))} is called after ${first.after}.`
}

const TASKS: Readonly<Record<Clock['met'], string>> = {
  reported: 'is reported',
  'bother-received': 'is received',
  acknowledged: 'is acknowledged',
  triaged: 'has its next step decided',
  'taken-up': 'is taken up',
  answered: 'is answered',
  'parents-decided': 'has it decided whether parents are told',
  reviewed: 'is looked at again',
  closed: 'is closed',
}

const URGENCY = { ordinary: 'An ordinary ', urgent: 'An urgent ', any: 'A ' } as const

/** 'An urgent concern is acknowledged', 'A child's worry is answered', 'A case is looked at again'. */
function task({ starts, urgency, met }: Clock): string {
  if (starts === 'bother-received') return `A child's worry ${TASKS[met]}`
  return `${URGENCY[urgency]}${starts === 'reported' ? 'concern' : 'case'} ${TASKS[met]}`
}
