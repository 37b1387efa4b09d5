import { titleOfPost } from '../lookup.js'
import type { Pack } from '../pack.js'
import type { AdoptionStep } from '../schema/sections.js'
import { count, inWords, same, thePost } from './compare.js'

/** Who writes the policy, who is asked, and what it takes before a version may take force. */
export function adoptionDifferences(before: Pack, after: Pack): readonly string[] {
  const [then, now] = [before.adoption, after.adoption]
  const who = (ids: readonly string[] = []) => inWords.format(ids.map((id) => titleOfPost(after, id))) || 'nobody'
  return [
    ...(then.owner === now.owner ? [] : [`This policy is looked after by ${thePost(titleOfPost(after, now.owner))}.`]),
    ...(same(then.consult, now.consult) ? [] : [`Asked about each version: ${who(now.consult)}.`]),
    ...(same(then.discuss ?? [], now.discuss ?? [])
      ? []
      : [`Each version is talked through with: ${who(now.discuss)}.`]),
    ...(same(stepsOf(before), stepsOf(after))
      ? []
      : [`Before a version takes force: ${inWords.format(stepsOf(after))}.`]),
    ...now.steps.flatMap((step) => stepDifferences(then.steps, step, after)),
  ]
}

/** Who may take a step, and whether at a meeting: what its title does not tell. */
function stepDifferences(then: readonly AdoptionStep[], step: AdoptionStep, after: Pack): readonly string[] {
  const old = then.find(({ id }) => id === step.id)
  const who = step.by.map((post) => titleOfPost(after, post)).join(', ')
  return [
    ...(same(old?.by, step.by) ? [] : [`The step “${step.title}” may be taken by: ${who}.`]),
    ...((old?.meeting ?? false) === (step.meeting ?? false)
      ? []
      : [`The step “${step.title}” is taken ${step.meeting ? 'at a meeting, with its minute' : 'without a meeting'}.`]),
  ]
}

/** 'approved by the governors (2 people)'. */
const stepsOf = ({ adoption }: Pack): readonly string[] =>
  adoption.steps.map(({ title, quorum = 1 }) => {
    const plain = title.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
    return quorum === 1 ? plain : `${plain} (${count(quorum, 'person', 'people')})`
  })
