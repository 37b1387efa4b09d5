import type { Duty } from '../../engine/duties/duty.js'
import { defineForm } from '../../engine/forms/define-form.js'
import type { Form } from '../../engine/forms/define-form.js'
import type { Field } from '../../engine/forms/field.js'
import { choice } from '../../engine/forms/fields/choice.js'
import { longText } from '../../engine/forms/fields/long-text.js'
import { text } from '../../engine/forms/fields/text.js'

const link = {
  label: 'Where is what shows it?',
  hint: 'A web address, a file name or the place in a cupboard',
  maxLength: 500,
}

/** The questions by which a duty is answered. */
export function dutyForm({ evidence }: Duty): Form {
  const { nothingFound, figures = {} } = evidence
  const outcome = choice({
    label: 'What do you say?',
    missing: 'Say whether it is done',
    options: [
      { value: 'done', text: 'It is done' },
      ...(nothingFound ? [{ value: 'nothing-found', text: nothingFound }] : []),
      { value: 'not-done', text: 'It could not be done', hint: 'It stays open, and this is kept' },
    ],
  })
  const fields: Record<string, Field<unknown>> = {
    outcome,
    words: longText({
      label: evidence.words,
      rows: 5,
      maxLength: 4000,
      missing: 'Write a few words: they are the evidence',
    }),
  }
  if (evidence.link === 'needed') fields['link'] = text({ ...link, missing: 'Say where what shows it can be found' })
  if (evidence.link === 'asked') fields['link'] = text({ ...link, optional: true })
  for (const [name, label] of Object.entries(figures))
    fields[`figure-${name}`] = text({
      label,
      width: 5,
      inputmode: 'numeric',
      shape: { pattern: /^\d{1,7}$/, sentence: 'Give a whole number, such as 12' },
      missing: 'Give a number; 0 is one',
    })
  return defineForm(fields)
}
