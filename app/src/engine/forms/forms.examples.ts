import { Temporal } from 'temporal-polyfill'
import { defineForm } from './define-form.js'
import type { FormContext, PersonChoice } from './field.js'
import { choice } from './fields/choice.js'
import { date } from './fields/date.js'
import { dateTime } from './fields/date-time.js'
import { hidden } from './fields/hidden.js'
import { longText } from './fields/long-text.js'
import { manyChoices } from './fields/many-choices.js'
import { password } from './fields/password.js'
import { personPicker } from './fields/person-picker.js'
import { text } from './fields/text.js'
import { time } from './fields/time.js'
import { yesNo } from './fields/yes-no.js'

/** Two fictional people who share a name, as in every school. */
export const people: readonly PersonChoice[] = [
  { id: '01980000-0000-7000-8000-000000000001', name: 'Wren Alder', about: 'Year 4, Oak class' },
  { id: '01980000-0000-7000-8000-000000000002', name: 'Wren Alder', about: 'Year 6, Beech class' },
]

/** Tuesday 24 November 2026, 10:42 in London. */
export const context: FormContext = {
  now: Temporal.Instant.from('2026-11-24T10:42:00Z'),
  people: new Map(people.map((person) => [person.id, person])),
}

/** A form with every kind of question, as tests and the gallery show it. */
export const everyKind = defineForm({
  draft: hidden({ shape: /^[0-9a-f-]{36}$/ }),
  happened: longText({
    label: 'What happened?',
    hint: 'Use the child’s own words if you heard them.',
    missing: 'Tell us what happened',
    maxLength: 2000,
  }),
  when: dateTime({
    label: 'When did it happen?',
    missing: 'Say when it happened, or when you think it did',
    latest: 'today',
    tooLate: 'That is still to come. Check the day and the time',
  }),
  learnt: date({ label: 'When did you learn of it?', missing: 'Say on which day you learnt of it', latest: 'today' }),
  rang: time({ label: 'At what time did you ring?', optional: true }),
  who: personPicker({
    label: 'Who is it about?',
    missing: 'Choose somebody, or tick that you do not know who',
    notKnown: 'I do not know who',
    roles: [
      { value: 'harmed', text: 'Was harmed' },
      { value: 'saw', text: 'Saw it' },
    ],
    roleMissing: 'Say how each person was involved',
  }),
  place: choice({
    label: 'Where did it happen?',
    missing: 'Choose where it happened',
    options: [
      { value: 'school', text: 'At school' },
      { value: 'away', text: 'Away from school' },
      { value: 'online', text: 'Online', hint: 'A game, an app, a website' },
    ],
  }),
  site: text({
    label: 'Which game, app or website?',
    missing: 'Say which game, app or website, or “not known”',
    when: { field: 'place', is: 'online' },
    maxLength: 80,
  }),
  device: choice({
    label: 'On which device?',
    optional: true,
    look: 'select',
    options: [
      { value: 'tablet', text: 'School tablet' },
      { value: 'phone', text: 'A phone' },
    ],
  }),
  kinds: manyChoices({
    label: 'What kind of worry is it?',
    missing: 'Choose at least one kind, or “I am not sure”',
    options: [
      { value: 'unkind', text: 'Somebody was unkind' },
      { value: 'asked', text: 'Somebody asked for something' },
      { value: 'unsure', text: 'I am not sure' },
    ],
    noneOfThese: 'unsure',
  }),
  danger: yesNo({ label: 'Is a child in danger now?', missing: 'Say whether a child is in danger now' }),
  proof: password({ label: 'Your password', missing: 'Type your password', autocomplete: 'current-password' }),
})

/** A body that answers all of it. */
export const goodBody = {
  draft: '01980000-0000-7000-8000-00000000000a',
  happened: 'He said: “I do not like it.”\r\nThen he went out.',
  'when-day': '24',
  'when-month': '11',
  'when-year': '2026',
  'when-time': '9.15am',
  'learnt-day': '24',
  'learnt-month': 'Nov',
  'learnt-year': '2026',
  rang: '',
  who: people[0]?.id,
  [`who-role-${people[0]?.id}`]: 'harmed',
  place: 'online',
  site: 'A building game',
  kinds: ['unkind', 'asked'],
  danger: 'no',
  proof: ' with spaces ',
}
