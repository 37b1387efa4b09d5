import { defineForm } from '../../../engine/forms/define-form.js'
import { hidden } from '../../../engine/forms/fields/hidden.js'
import { longText } from '../../../engine/forms/fields/long-text.js'

/** Something to add to what was told. */
export const additionForm = defineForm({
  key: hidden({ shape: /^[\w-]{36}$/ }),
  words: longText({
    label: 'What do you want to add?',
    hint: 'What stands above stays as it is.',
    missing: 'Write what you want to add',
    rows: 5,
  }),
})
