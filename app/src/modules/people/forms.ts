import { defineForm } from '../../engine/forms/define-form.js'
import { choice } from '../../engine/forms/fields/choice.js'
import { date } from '../../engine/forms/fields/date.js'
import { fileCsv } from '../../engine/forms/fields/file-csv.js'
import { manyChoices } from '../../engine/forms/fields/many-choices.js'
import { text } from '../../engine/forms/fields/text.js'
import { largestList } from './read-upload.js'

/** Bringing files. */
export const importForm = defineForm({
  files: fileCsv({
    label: 'Files',
    hint: 'Saved as CSV. Choose several together where pupils, staff and contacts come apart.',
    missing: 'Choose the files to import',
    maxBytes: largestList,
    many: true,
  }),
  part: manyChoices({
    label: 'Do the files hold everybody?',
    optional: true,
    options: [{ value: 'part', text: 'No, only some people', hint: 'Then nobody is taken to have left.' }],
  }),
})

/** Somebody added or corrected by hand. */
export const personForm = defineForm({
  kind: choice({
    label: 'Who are they to the school?',
    missing: 'Say who they are to the school',
    options: [
      { value: 'pupil', text: 'A pupil' },
      { value: 'staff', text: 'Staff, supply included' },
      { value: 'parent', text: 'A parent or carer' },
      { value: 'governor', text: 'A governor' },
      { value: 'volunteer', text: 'A volunteer' },
      { value: 'contractor', text: 'Somebody working here for another firm' },
      { value: 'visitor', text: 'A visitor' },
    ],
  }),
  given: text({ label: 'First name', missing: 'Write their first name', maxLength: 100 }),
  family: text({ label: 'Surname', missing: 'Write their surname', maxLength: 100 }),
  'known-as': text({ label: 'Name they go by', hint: 'If it is not the first name', optional: true, maxLength: 100 }),
  class: text({ label: 'Class', hint: 'For a pupil', optional: true, maxLength: 30, width: 10 }),
  job: text({ label: 'Work here', hint: 'For an adult', optional: true, maxLength: 100 }),
  email: text({
    label: 'E-mail address',
    optional: true,
    inputmode: 'email',
    shape: { pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/, sentence: 'Write the address as name@example.org' },
  }),
  phone: text({ label: 'Telephone', optional: true, inputmode: 'tel', maxLength: 30, width: 20 }),
  ended: date({
    label: 'Last day here',
    hint: 'Leave it empty until you know. They are ended, never deleted',
    optional: true,
  }),
})
