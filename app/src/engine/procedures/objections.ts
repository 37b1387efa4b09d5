import { Temporal } from 'temporal-polyfill'
import { Refusal } from '../../kernel/refusal.js'
import type { Field, Option, Step } from './procedure.js'
import type { Offer } from './progress.js'
import { fieldsOf, optionsOf, optionsOfField } from './questions.js'

/** What is wrong with the answer itself, apart from whose turn it is: nothing, or the first thing to put right. */
export function objectionToAnswer(step: Step, offer: Offer): Refusal | null {
  if (offer.outcome === 'skipped') return objectionToSkip(step, offer)
  const wanted = optionsOf(step).length > 0 || step.kind === 'record' ? 'answered' : 'done'
  if (offer.outcome !== wanted) return invalid(`“${step.title}” has to be ${wanted}.`)
  return objectionToChoice(step, offer) ?? objectionToFields(step, offer.values ?? {})
}

function objectionToSkip(step: Step, offer: Offer): Refusal | null {
  if (step.must) return new Refusal('not-allowed', `“${step.title}” must be done. It cannot be skipped.`)
  return blank(offer.reason) ? invalid(`Say why “${step.title}” is skipped.`, 'reason') : null
}

function objectionToChoice(step: Step, offer: Offer): Refusal | null {
  const options = optionsOf(step)
  const answers = offer.answers ?? []
  if (options.length === 0) return answers.length === 0 ? null : invalid(`“${step.title}” asks no question.`)
  if (answers.length === 0) return invalid('Choose an answer.', 'answers')
  const many = step.kind === 'ask' && step.many
  if (answers.length > 1 && !many) return invalid('Choose one answer only.', 'answers')
  const chosen = answers.map((value) => options.find((option) => option.value === value))
  if (chosen.includes(undefined)) return invalid('That answer is not one of those offered.', 'answers')
  return objectionToSilence(chosen as readonly Option[], offer.reason)
}

function objectionToSilence(chosen: readonly Option[], reason: string | undefined): Refusal | null {
  const owing = chosen.find((option) => option.why)
  if (owing === undefined || !blank(reason)) return null
  return invalid(`Say why you answered “${owing.text}”.`, 'reason')
}

function objectionToFields(step: Step, values: Readonly<Record<string, string>>): Refusal | null {
  const fields = fieldsOf(step)
  const stray = Object.keys(values).find((id) => !fields.some((field) => field.id === id))
  if (stray !== undefined) return invalid(`“${step.title}” has no place for “${stray}”.`)
  for (const field of fields) {
    const sentence = faultOfValue(field, values[field.id])
    if (sentence !== null) return invalid(sentence, field.id)
  }
  return null
}

function faultOfValue(field: Field, value: string | undefined): string | null {
  if (value === undefined || blank(value)) return field.required ? `“${field.label}” needs an answer.` : null
  if (field.type === 'date-time') return isTime(value) ? null : `“${field.label}” needs a date and a time.`
  const options = optionsOfField(field)
  if (options.length === 0 || options.some((option) => option.value === value)) return null
  return `“${field.label}” has no answer “${value}”.`
}

/** A school's wall-clock time, '2026-11-24T10:42'. Whether it lies in the future is for the caller, who has the clock. */
function isTime(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value)) return false
  try {
    Temporal.PlainDateTime.from(value)
    return true
  } catch {
    return false
  }
}

const blank = (text: string | undefined) => text === undefined || text.trim() === ''

const invalid = (sentence: string, field?: string) => new Refusal('invalid', sentence, field)
