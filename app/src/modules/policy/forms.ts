import { defineForm } from '../../engine/forms/define-form.js'
import { choice } from '../../engine/forms/fields/choice.js'
import { date } from '../../engine/forms/fields/date.js'
import { dateTime } from '../../engine/forms/fields/date-time.js'
import { personPicker } from '../../engine/forms/fields/person-picker.js'

const whom = personPicker({
  label: 'Who?',
  hint: 'Part of a name',
  missing: 'Search for the person and tick them',
  onlyOne: true,
})

/** Gives a post to somebody, or has them cover it. */
export const appointForm = defineForm({
  person: whom,
  kind: choice({
    label: 'Do they hold the post or cover it?',
    missing: 'Say whether they hold the post or cover it',
    options: [
      { value: 'holder', text: 'They hold it' },
      { value: 'cover', text: 'They cover it for a while' },
    ],
  }),
  from: date({ label: 'First day', hint: 'For example, 1 9 2026', missing: 'Give the first day' }),
  to: date({ label: 'Last day', hint: 'Leave it empty until you know', optional: true }),
})

/** Somebody cannot act for a while. No reason is asked: that is nobody's business. */
export const awayForm = defineForm({
  person: whom,
  from: dateTime({ label: 'From', missing: 'Give the day and time from which they cannot act' }),
  to: dateTime({ label: 'Until', missing: 'Give the day and time when they are back' }),
})
