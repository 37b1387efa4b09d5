import { titleOfPost } from '../lookup.js'
import type { Pack } from '../pack.js'
import { count, inWords, same, thePost } from './compare.js'

/** Who writes the policy, who is asked, and what it takes before a version may take force. */
export function adoptionDifferences(before: Pack, after: Pack): readonly string[] {
  const [then, now] = [before.adoption, after.adoption]
  return [
    ...(then.owner === now.owner ? [] : [`This policy is looked after by ${thePost(titleOfPost(after, now.owner))}.`]),
    ...(same(stepsOf(before), stepsOf(after))
      ? []
      : [`Before a version takes force: ${inWords.format(stepsOf(after))}.`]),
  ]
}

/** 'approved by the governors (2 people)'. */
const stepsOf = ({ adoption }: Pack): readonly string[] =>
  adoption.steps.map(({ title, quorum = 1 }) => {
    const plain = title.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
    return quorum === 1 ? plain : `${plain} (${count(quorum, 'person', 'people')})`
  })
