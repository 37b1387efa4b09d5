import { procedureOf, titleOfPost } from '../lookup.js'
import { technologyDifferences } from './technology.js'
import type { Pack } from '../pack.js'
import type { SignIn } from '../schema/sections.js'
import { compare, inWords, thePost } from './compare.js'

/** Signing in, telling parents, watching over pupils, and the procedures. */
export function ruleDifferences(before: Pack, after: Pack): readonly string[] {
  return [
    ...signInDifferences(before.signIn, after.signIn),
    ...secondFactor(before, after),
    ...parentDifferences(before, after),
    ...supervisionDifferences(before, after),
    ...technologyDifferences(before, after),
    ...procedureDifferences(before, after),
  ]
}

/** One sentence for each rule of signing in that differs; the wording of the rule as it now stands. */
function signInDifferences(before: SignIn, after: SignIn): readonly string[] {
  const says = (rules: SignIn): readonly string[] => [
    `Passwords have at least ${rules.minLength} characters.`,
    rules.composition?.length
      ? `Passwords need ${inWords.format(rules.composition)}.`
      : 'Passwords need no set mixture of characters.',
    rules.expires === undefined
      ? 'Passwords do not expire.'
      : `Passwords are changed every ${rules.expires.replace(/^1 /, '')}.`,
    rules.firstChange
      ? 'A password given by somebody else is changed at the first sign-in.'
      : 'A password given by somebody else may be kept.',
    `The last ${rules.reuse} passwords cannot be used again.`,
    `The account waits after ${rules.lockAfter} wrong tries.`,
    `Somebody who does nothing is signed out after ${rules.idle}.`,
    `Everyone signs in again after ${rules.absolute}.`,
  ]
  const then = says(before)
  return says(after).filter((sentence) => !then.includes(sentence))
}

function secondFactor(before: Pack, after: Pack): readonly string[] {
  const [then, now] = [before.signIn.secondFactorFor, after.signIn.secondFactorFor]
  if (now.length === 0 && then.length > 0) return ['Nobody needs a second way to prove who they are.']
  const needed = now.filter((id) => !then.includes(id)).map((id) => thePost(titleOfPost(after, id)))
  const spared = then.filter((id) => !now.includes(id)).map((id) => thePost(titleOfPost(before, id)))
  return [
    ...(needed.length > 0 ? [`Now to prove who they are in a second way: ${inWords.format(needed)}.`] : []),
    ...(spared.length > 0 ? [`No longer to prove who they are in a second way: ${inWords.format(spared)}.`] : []),
  ]
}

function parentDifferences(before: Pack, after: Pack): readonly string[] {
  const [then, now] = [before.parentsInformed, after.parentsInformed]
  const held =
    then.requiredBeforeClose === now.requiredBeforeClose
      ? []
      : [`A case ${now.requiredBeforeClose ? 'cannot' : 'can'} close before it is decided whether parents are told.`]
  const always = now.automaticFor.filter((id) => !then.automaticFor.includes(id))
  const decided = then.automaticFor.filter((id) => !now.automaticFor.includes(id))
  const title = (id: string) => (procedureOf(after, id) ?? procedureOf(before, id))?.title ?? id
  return [
    ...held,
    ...always.map((id) => `Parents are told every time: ${title(id)}.`),
    ...decided.map((id) => `Whether parents are told is decided each time: ${title(id)}.`),
  ]
}

const STAGES = { eyfs: 'early years', ks1: 'Key Stage 1', ks2: 'Key Stage 2' } as const

function supervisionDifferences(before: Pack, after: Pack): readonly string[] {
  const { added, removed, changed } = compare(before.supervision, after.supervision)
  return [
    ...[...added, ...changed.filter((rule) => rule.before.rule !== rule.after.rule).map((rule) => rule.after)].map(
      ({ keyStage, rule }) => `Online in ${STAGES[keyStage]}: ${rule}`,
    ),
    ...removed.map(
      ({ keyStage }) => `There is no longer a rule on watching over pupils online in ${STAGES[keyStage]}.`,
    ),
  ]
}

function procedureDifferences(before: Pack, after: Pack): readonly string[] {
  const { added, removed, changed } = compare(before.procedures, after.procedures)
  const titles = (procedures: Pack['procedures'], heading: string): readonly string[] =>
    procedures.length === 0 ? [] : [`${heading}: ${inWords.format(procedures.map(({ title }) => title))}.`]
  return [
    ...titles(added, 'New guided procedures'),
    ...titles(
      changed.map((procedure) => procedure.after),
      'Guided procedures with other steps',
    ),
    ...titles(removed, 'Guided procedures that go'),
  ]
}
