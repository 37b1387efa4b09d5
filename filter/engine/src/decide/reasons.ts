import type { Lift, Reason } from '../contract.js'
import type { Category, Policy, Verdict, Voice } from '../policy.js'
import { PRECEDENCE } from '../policy/precedence.js'
import type { Worded } from '../words/by-words.js'
import type { Candidate } from './candidates.js'

/** What the three voices are told about. */
export interface Told {
  readonly policy: Policy
  readonly host: string
  readonly decided: Candidate
  readonly category: Category | null
  readonly listTitle: string | null
  readonly lift: Lift
  /** What the words asked for, where they decided. */
  readonly words: Worded | null
}

const TELL = 'Tell a grown-up you trust if anything worried you.'

/** Kind and short, for a child of seven. It never says what the page was, where that would be worse than the page. */
function forPupil({ decided, category, words }: Told): Reason {
  const { verdict } = decided
  if (verdict === 'allow' || verdict === 'flag') return { title: 'You can open this page', sentences: [], next: [TELL] }
  if (decided.layer === 'illegal')
    return {
      title: 'This page stays shut',
      sentences: ['It is not your fault that you came here.'],
      next: ['Tell a grown-up you trust now.', 'Go back to what you were doing.'],
    }
  if (words !== null) return WORDS_FOR_PUPIL
  if (verdict === 'ask')
    return {
      title: 'Ask first',
      sentences: ['This page opens when a teacher says yes.'],
      next: ['Ask your teacher.', TELL],
    }
  const about =
    category === null ? 'It is not on the list of pages for your class.' : `It looks like ${category.childWords}.`
  return {
    title: 'This page is shut at school',
    sentences: [about, 'You are not in trouble.'],
    next: ['Go back and try another page.', 'If you need it for your work, ask your teacher.', TELL],
  }
}

/** The same whatever the words were: a child in need must not read a verdict on what it typed. */
const WORDS_FOR_PUPIL: Reason = {
  title: 'We stopped this one',
  sentences: ['Some of the words made us stop.', 'You are not in trouble.'],
  next: ['If something is making you sad or scared, tell a grown-up you trust.', 'Go back and try other words.'],
}

function forTeacher(told: Told): Reason {
  const { decided, category, lift, host } = told
  const { verdict } = decided
  if (told.words !== null) return wordsForTeacher(told)
  if (verdict === 'allow' || verdict === 'flag')
    return { title: `${host} is open`, sentences: [sourceOf(told)], next: [] }
  if (decided.layer === 'illegal')
    return {
      title: 'This page is blocked for everybody',
      sentences: [sourceOf(told), lift.why],
      next: ['Do not try again.', 'Tell the DSL now if a child has seen it.'],
    }
  const about = category === null ? [] : [`It is listed as ${category.title.toLowerCase()}.`]
  return {
    title: verdict === 'ask' ? `${host} needs a yes` : `${host} is blocked`,
    sentences: [...about, sourceOf(told), lift.why],
    next: lift.allowed
      ? ['Lift it for your class until the bell.', 'Ask for it to be opened for longer.']
      : ['Choose another page.', 'Ask the DSL if your lesson depends on it.'],
  }
}

/** A child reads over a shoulder, and what it typed is for the DSL to know: which words, and what about, is said to nobody else. */
const wordsForTeacher = ({ host, decided: { verdict }, lift }: Told): Reason =>
  verdict === 'flag'
    ? { title: `${host} is open`, sentences: [], next: [] }
    : {
        title: `${host} stopped here`,
        sentences: ['Words that were typed or shown made the filter stop. The DSL sees which.', lift.why],
        next: ['Ask whether the child is all right.', 'Report a concern if you are worried.'],
      }

/** Everything, in the words of the field; provenance and the rules that lost stand beside it in the decision. */
function forDsl(told: Told): Reason {
  const { decided, category, listTitle } = told
  const row = PRECEDENCE.find(({ id }) => id === decided.layer)
  return {
    title: `${VERDICT_WORDS[decided.verdict]}: ${row?.title ?? 'Words'}`,
    sentences: [
      ...(category === null ? [] : [`Category: ${category.title}.`]),
      ...(listTitle === null ? [] : [`List: ${listTitle}.`]),
      ...(decided.matched
        ? [`Matched: ${decided.layer === 'illegal' ? 'an entry that is not shown' : decided.matched}.`]
        : []),
      sourceOf(told),
      told.lift.why,
    ],
    next: NEXT_FOR_DSL[decided.layer] ?? ['See which rules lost, and why.', 'Propose a change to the filter.'],
  }
}

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  allow: 'Allowed',
  flag: 'Allowed and flagged for a person to judge',
  ask: 'Held until somebody says yes',
  block: 'Blocked',
}

const NEXT_FOR_DSL: Partial<Record<Candidate['layer'], readonly string[]>> = {
  illegal: [
    'Do not try to open it.',
    'Follow the procedure for a filtering breach if anybody has seen it.',
    'Report it to the Internet Watch Foundation or the police.',
  ],
  words: [
    'Judge whether it was meant: many searches are for a lesson, a song or a joke.',
    'Report a concern if a child may be at risk.',
  ],
  shut: ['Ask the technician why the filter has no snapshot.'],
}

function sourceOf({ decided: { rule, layer }, policy, category, words }: Told): string {
  const written = policy.rules[rule]
  if (words !== null) {
    const about = category?.title.toLowerCase() ?? words.score.category
    return `Its words weigh ${words.score.score} for ${about}, and ${words.from} is enough to ${words.verdict}.`
  }
  if (written !== undefined) return `Rule: ${written.reason}`
  if (layer === 'illegal') return "It is on a supplier's list of illegal content. Nobody can open it."
  if (layer === 'help') return 'Help is always open.'
  if (layer === 'malformed') return 'It is not an address that anything could be found at.'
  if (layer === 'shut') return 'The filter has nothing to decide by, so it keeps everything shut but help.'
  return layer === 'locked' ? 'The category is locked.' : "No rule speaks about it: the group's own default holds."
}

/** Whether a teacher may lift a block for a lesson, and the sentence that says why or why not. */
export function liftOf({ layer, verdict }: Candidate, category: Category | null): Lift {
  if (verdict === 'allow' || verdict === 'flag') return { allowed: false, why: 'There is nothing to lift.' }
  if (layer === 'words') return { allowed: false, why: 'A lift opens addresses, not words.' }
  if (['illegal', 'shut', 'malformed', 'locked', 'temporary'].includes(layer)) return { allowed: false, why: NO_LIFT }
  if (category !== null && category.liftable !== true)
    return { allowed: false, why: `A lesson may not open ${category.title.toLowerCase()}.` }
  return { allowed: true, why: 'You may lift this for your class until the bell.' }
}

const NO_LIFT = 'This may not be lifted.'

export function reasonsFor(told: Told): Readonly<Record<Voice, Reason>> {
  return { pupil: forPupil(told), teacher: forTeacher(told), dsl: forDsl(told) }
}
