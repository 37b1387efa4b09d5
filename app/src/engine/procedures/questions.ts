import type { AnswerRef, Field, Option, Procedure, Step } from './procedure.js'
import { stepOf } from './procedure.js'
import { stepOfRef } from './progress.js'

const option = (value: string, text: string, why = false): Option => ({ value, text, why })

const yesNo: readonly Option[] = [option('yes', 'Yes'), option('no', 'No'), option('not-known', 'Not known')]

const approval: readonly Option[] = [option('approved', 'Approved'), option('not-approved', 'Not approved', true)]

/**
 * What every referral asks, so that no author can forget it: time, who was spoken to, and the agency's reference
 * (004-394, 000-264). The reference may be 'none given', but somebody has to have asked.
 */
const referralFields: readonly Field[] = [
  { id: 'told-at', label: 'When were they told?', type: 'date-time', required: true, options: [] },
  { id: 'spoke-to', label: 'Who did you speak to? Name or role', type: 'text', required: true, options: [] },
  {
    id: 'reference',
    label: 'Their reference',
    hint: 'If they gave none, write “none given”',
    type: 'text',
    required: true,
    options: [],
  },
  { id: 'advice', label: 'What did they say or ask for?', type: 'text', required: false, options: [] },
]

/** The options a person chooses from at this step; none when it asks no question. */
export function optionsOf(step: Step): readonly Option[] {
  if (step.kind === 'ask') return step.options
  return step.kind === 'approve' ? approval : []
}

/** The fields a person fills in at this step, those of every referral included. */
export function fieldsOf(step: Step): readonly Field[] {
  if (step.kind === 'record') return step.fields
  return step.kind === 'refer' ? referralFields : []
}

/** The options of one field: its own, or yes, no and not known. None for text and times. */
export const optionsOfField = (field: Field): readonly Option[] => (field.type === 'yes-no' ? yesNo : field.options)

/** The options behind a branch's answer, or nothing if there is no such question. */
export function optionsBehind(procedure: Procedure, ref: AnswerRef): readonly Option[] | undefined {
  const step = stepOf(procedure, stepOfRef(ref))
  if (step === undefined) return undefined
  const [, fieldId] = ref.split('.')
  if (fieldId === undefined) return nothingIfEmpty(optionsOf(step))
  const field = fieldsOf(step).find((candidate) => candidate.id === fieldId)
  return field && nothingIfEmpty(optionsOfField(field))
}

const nothingIfEmpty = (options: readonly Option[]) => (options.length === 0 ? undefined : options)
