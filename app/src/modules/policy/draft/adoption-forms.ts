import { defineForm } from '../../../engine/forms/define-form.js'
import { choice } from '../../../engine/forms/fields/choice.js'
import { longText } from '../../../engine/forms/fields/long-text.js'
import { manyChoices } from '../../../engine/forms/fields/many-choices.js'
import { text } from '../../../engine/forms/fields/text.js'
import { yesNo } from '../../../engine/forms/fields/yes-no.js'
import { same } from '../../../engine/packs/differences/compare.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { Adoption, AdoptionStep } from '../../../engine/packs/schema/sections.js'
import { signedIn } from '../mechanisms/responsibilities.js'
import type { Typed } from '../../../web/kept-fields.js'

type Options = readonly { readonly value: string; readonly text: string }[]

const options = (entries: readonly { readonly id: string; readonly title: string }[]): Options =>
  entries.map(({ id, title }) => ({ value: id, text: title }))

/** Those who can be asked about a policy: every audience, and every post. */
const anybody = ({ posts, audiences }: Pack): Options => [...options(audiences), ...options(posts)]

/** Whose discussion can be recorded: a version that waited for another's could never take force (bring-into-force.ts). */
const talkedWith: readonly string[] = ['any-staff']

/** Who writes the policy, and who is asked before a version is submitted. */
export const wholeForm = (pack: Pack) =>
  defineForm({
    owner: choice({
      label: 'Who looks after this policy?',
      hint: 'Its reviews fall to them',
      missing: 'Say who looks after it',
      look: 'select',
      options: options(pack.posts),
    }),
    consult: manyChoices({ label: 'Who is asked about each version?', optional: true, options: anybody(pack) }),
    discuss: manyChoices({
      label: 'With whom is it talked through before it takes force?',
      optional: true,
      options: options(pack.audiences.filter(({ id }) => talkedWith.includes(id))),
    }),
  })

/**
 * Of the answers, what differs from how it stands: only that becomes part of the school's changes, so that a newer edition
 * of the pack still reaches the rest.
 */
export const onlyChanged = (stands: object, answers: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(answers).filter(([key, answer]) => !same(answer, stands[key as keyof object])))

/** Who writes and who is asked, with what the pack leaves unsaid. */
export const wholeAnswers = ({ owner, consult, discuss = [] }: Adoption) => ({ owner, consult, discuss })

/** Those who can take a step: it is taken here, under their own name. */
const whoeverSignsIn = ({ posts, audiences }: Pack): Options => [
  ...options(posts),
  ...options(audiences.filter(({ id }) => signedIn.includes(id))),
]

const kinds = [
  { value: 'review', text: 'Looked at by somebody who knows the craft' },
  { value: 'agree', text: 'Agreed' },
  { value: 'approve', text: 'Approved' },
  { value: 'sign', text: 'Signed' },
] as const

/** One act that a version needs before it takes force. */
export const adoptionStepForm = (pack: Pack) =>
  defineForm({
    title: text({
      label: 'What is it called?',
      hint: 'For example: Agreed by the staff',
      missing: 'Give it a name',
      maxLength: 160,
    }),
    kind: choice({
      label: 'What is done?',
      hint: 'Steps are taken in this order',
      missing: 'Say what is done',
      options: kinds,
    }),
    by: manyChoices({ label: 'Who may do it?', missing: 'Say who may do it', options: whoeverSignsIn(pack) }),
    quorum: text({
      label: 'How many of them must?',
      missing: 'Say how many must',
      width: 3,
      inputmode: 'numeric',
      shape: { pattern: /^([1-9]|[1-4]\d|50)$/, sentence: 'Give a number from 1 to 50' },
    }),
    meeting: yesNo({
      label: 'Is it done at a meeting, with a minute?',
      missing: 'Say whether it is done at a meeting',
    }),
    reason: longText({ label: 'Why is it asked for?', missing: 'Say why it is asked for', rows: 2, maxLength: 600 }),
  })

/** A step as somebody would have typed it. */
export function stepTyped(step: AdoptionStep): Typed {
  const { title, kind, by, quorum, meeting, reason } = wholeStep(step)
  return { title, kind, by, quorum: String(quorum), meeting: meeting ? 'yes' : 'no', reason }
}

type StepValues = Readonly<Record<'title' | 'kind' | 'quorum' | 'reason', string>> & {
  readonly by: readonly string[]
  readonly meeting: boolean
}

/** The answers as a step of the pack. */
export const stepFrom = ({ quorum, ...rest }: StepValues) => ({ ...rest, quorum: Number(quorum) })

/** A step with what the pack leaves unsaid: one person, at no meeting. */
export const wholeStep = ({ quorum = 1, meeting = false, reason = '', ...step }: AdoptionStep) => ({
  ...step,
  quorum,
  meeting,
  reason,
})

export const dropForm = defineForm({
  why: longText({ label: 'Why?', hint: 'Kept with the change', missing: 'Say why', rows: 2, maxLength: 600 }),
})
