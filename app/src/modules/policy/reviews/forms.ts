import { defineForm } from '../../../engine/forms/define-form.js'
import { choice } from '../../../engine/forms/fields/choice.js'
import { date } from '../../../engine/forms/fields/date.js'
import { longText } from '../../../engine/forms/fields/long-text.js'
import { text } from '../../../engine/forms/fields/text.js'
import { triggers } from './cadences.js'
import type { Trigger } from './cadences.js'

export const openReviewForm = defineForm({
  trigger: choice({
    label: 'Why now?',
    missing: 'Say why it is looked at now',
    options: (Object.entries(triggers) as [Trigger, string][]).map(([value, words]) => ({ value, text: words })),
  }),
  cause: longText({
    label: 'What happened?',
    hint: 'No child’s name',
    missing: 'Say what happened',
    rows: 3,
    maxLength: 1200,
  }),
})

export const reviewForm = (bodies: readonly { readonly value: string; readonly text: string }[]) =>
  defineForm({
    heldOn: date({ label: 'On which day was it looked at?', missing: 'Give the day' }),
    body: choice({ label: 'Who led it?', look: 'select', missing: 'Say who led it', options: bodies }),
    minute: text({ label: 'Minute', optional: true, maxLength: 60 }),
    found: longText({
      label: 'What was found, and how well the policy works',
      missing: 'Say what was found',
      rows: 5,
      maxLength: 4000,
    }),
    outcome: choice({
      label: 'What came of it?',
      missing: 'Say what came of it',
      options: [
        { value: 'no-change', text: 'It stays as it is' },
        { value: 'amend', text: 'It is to be changed' },
        { value: 'not-needed', text: 'No review was needed after all' },
      ],
    }),
  })
