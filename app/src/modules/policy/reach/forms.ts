import { defineForm } from '../../../engine/forms/define-form.js'
import { choice } from '../../../engine/forms/fields/choice.js'
import { date } from '../../../engine/forms/fields/date.js'
import { longText } from '../../../engine/forms/fields/long-text.js'
import { manyChoices } from '../../../engine/forms/fields/many-choices.js'
import { text } from '../../../engine/forms/fields/text.js'

type Options = readonly { readonly value: string; readonly text: string }[]

const heldOn = date({ label: 'On which day?', missing: 'Give the day' })

export const sessionForm = (people: Options) =>
  defineForm({
    kind: choice({
      label: 'What was it?',
      missing: 'Say what it was',
      options: [
        { value: 'discussion', text: 'Staff talked the version through' },
        { value: 'awareness', text: 'An awareness session after a change' },
        { value: 'induction', text: 'Somebody new was taken through it' },
      ],
    }),
    heldOn,
    points: longText({
      label: 'What was raised',
      missing: 'Write down what was raised, or that nothing was',
      rows: 4,
      maxLength: 4000,
    }),
    present: manyChoices({
      label: 'Who was there?',
      hint: 'Everybody not ticked stays outstanding',
      missing: 'Tick who was there',
      options: people,
    }),
  })

export const classForm = (pupils: Options) =>
  defineForm({
    kind: choice({
      label: 'What was it?',
      missing: 'Say what it was',
      options: [
        { value: 'class', text: 'The start of the school year' },
        { value: 'transition', text: 'Children moving up to another key stage or school' },
      ],
    }),
    heldOn,
    understood: text({
      label: 'How could you tell that they had understood?',
      hint: 'For example, they drew what to do when something worries them',
      missing: 'Say how you could tell',
      maxLength: 300,
    }),
    absent: manyChoices({ label: 'Who was not there?', optional: true, options: pupils }),
  })

export const announceForm = (audiences: Options) =>
  defineForm({
    audience: choice({ label: 'Who was told?', missing: 'Say who was told', options: audiences }),
    channel: choice({
      label: 'How?',
      missing: 'Say how',
      options: [
        { value: 'link', text: 'A link' },
        { value: 'letter', text: 'A letter' },
        { value: 'newsletter', text: 'The newsletter' },
        { value: 'website', text: 'The website' },
        { value: 'meeting', text: 'A meeting' },
      ],
    }),
    on: date({ label: 'On which day?', missing: 'Give the day' }),
  })
