import { spanOf, withinWords } from '../../kernel/calendar/span.js'
import type { Names } from './names.js'
import type { Step, StepKind } from './procedure.js'

/** What a step asks of somebody, in a word or two. Shown beside its colour, never colour alone. */
export const kindWords = {
  instruct: 'Do',
  ask: 'Decide',
  record: 'Write down',
  refer: 'Refer',
  notify: 'Tell',
  wait: 'Wait',
  approve: 'Approve',
  close: 'Close',
} as const satisfies Record<StepKind, string>

/** Who, and by when: 'DSL · the same school day'. */
export function whoAndWhen(step: Step, names: Names): string {
  const who = names.post(step.kind === 'approve' ? step.approver : step.by)
  const parts = [
    step.inPerson ? `${who} only, in person` : who,
    ...(step.within === undefined ? [] : [withinWords(spanOf(step.within))]),
    ...(step.kind === 'wait' ? [step.for] : []),
    ...(step.must ? [] : ['may be skipped with a reason']),
  ]
  return parts.map((part, place) => (place === 0 ? part.charAt(0).toUpperCase() + part.slice(1) : part)).join(' · ')
}

/** Whom a step reaches: the agency of a referral, the posts that are told. Nothing at other kinds. */
export function whomItReaches(step: Step, names: Names): string | null {
  if (step.kind === 'refer') return names.agency(step.agency)
  if (step.kind === 'notify') return step.to.map(names.post).join(', ')
  return null
}
