import { defineForm } from '../../../engine/forms/define-form.js'
import { hidden } from '../../../engine/forms/fields/hidden.js'
import { longText } from '../../../engine/forms/fields/long-text.js'
import { personPicker } from '../../../engine/forms/fields/person-picker.js'
import { text } from '../../../engine/forms/fields/text.js'

/** An answer to a child, or to somebody who reported without an account. */
export const answerForm = defineForm({
  answer: longText({
    label: 'Your answer',
    hint: 'Write as you would speak. They read it on their own, perhaps on a phone. Promise only what you can keep.',
    missing: 'Write an answer. An empty one tells a child that nobody listened',
    maxLength: 4000,
    rows: 5,
  }),
})

/** Something learnt since. */
export const moreForm = defineForm({
  key: hidden({ shape: /^[\w-]{36}$/ }),
  more: longText({ label: 'Add what you have learnt', missing: 'Write what you want to add', rows: 4 }),
})

/** Somebody whom the concern turns out to be about. */
export const barForm = defineForm({
  person: personPicker({
    label: 'Is it about an adult of the school?',
    hint: 'From then on they cannot open it, and it goes where the policy says. You may lose sight of it yourself.',
    missing: 'Search for the person and tick them',
    onlyOne: true,
  }),
})

/** The box of the search page. It is posted, so that what was sought stands in no address and no history. */
export const searchForm = defineForm({
  sought: text({
    label: 'Search in concerns',
    hint: 'Words that were said, a name, or a reference',
    missing: 'Type at least one word',
  }),
})
