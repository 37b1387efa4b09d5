import Type from 'typebox'
import { Names, engineParams, namesIn } from '../../../engine/clauses/params.js'
import { judged } from '../../../engine/clauses/clause-state.js'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import { titleOfPost } from '../../../engine/packs/lookup.js'
import { unfinished } from '../../../engine/packs/unfinished.js'
import { stepStates } from '../adoption-steps.js'
import { kindsOf } from '../reach/kinds-of.js'
import { actsForText } from '../queries/approvals.js'
import { reachOf } from '../queries/receipts.js'
import { discussedWith } from '../queries/sessions.js'
import { atVersion, finding } from './at.js'
import type { At } from './at.js'

type Look = (at: At, steps: readonly string[]) => Promise<readonly Finding[]> | readonly Finding[]

/** The steps of the pack, or those that the clause names, that nobody has taken on the text in force. */
const stepsTaken: Look = async ({ tx, pack, version, owner }, steps) => {
  const states = stepStates(pack, await actsForText(tx, version.hash), version.hash)
  return states
    .filter(({ step, done }) => !done && (steps.length === 0 || steps.includes(step.id)))
    .map(({ step, needed, acts }) =>
      finding(
        `Version ${version.number} is in force without this on record: ${step.title} (${acts.length} of ${needed}).`,
        owner,
      ),
    )
}

const looks: Readonly<Record<string, Look>> = {
  steps: stepsTaken,
  placeholders: ({ pack, owner }) => unfinished(pack).map(({ sentence }) => finding(sentence, owner)),
  author: ({ draft, version, owner }) =>
    draft?.statement
      ? []
      : [finding(`Nobody has said that version ${version.number} is current and fit for its readers.`, owner)],
  'technical-review': (at, _steps) => {
    const reviews = at.pack.adoption.steps.filter(({ kind }) => kind === 'review').map(({ id }) => id)
    return reviews.length === 0 ? [] : stepsTaken(at, reviews)
  },
  discussion: async ({ tx, pack, version, asOf, owner }) => {
    const found: Finding[] = []
    for (const audience of pack.adoption.discuss ?? []) {
      const title = titleOfPost(pack, audience)
      if (!(await discussedWith(tx, version.hash, audience)))
        found.push(finding(`Version ${version.number} was not talked through with: ${title}.`, owner))
      const people = await reachOf(tx, { hash: version.hash, kinds: kindsOf(audience), asOf })
      const absent = people
        .filter(({ facts }) => !facts.discussed)
        .map(({ id }) => ({ table: 'person', id: id as string }))
      if (absent.length > 0)
        found.push(
          finding(`${absent.length} of ${people.length} were not there when it was talked through.`, owner, {
            rows: absent,
          }),
        )
    }
    return found
  },
}

/** A version is in force only after the steps of its pack: what is on record for the text in force, step by step. */
export const policyApprovalMechanism: Mechanism = {
  id: 'policy-approval',
  params: engineParams({ step: Type.Optional(Names) }),
  page: '/policy/next',
  check: (tx, params, asOf) =>
    atVersion(tx, asOf, async (at) => {
      const aspects = namesIn(params, 'aspect')
      const found: Finding[] = []
      for (const aspect of aspects.length === 0 ? ['steps'] : aspects)
        found.push(...(await (looks[aspect] ?? stepsTaken)(at, namesIn(params, 'step'))))
      return judged(`The acts on version ${at.version.number}`, found)
    }),
}
