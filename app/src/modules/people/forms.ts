import { defineForm } from '../../engine/forms/define-form.js'
import { fileCsv } from '../../engine/forms/fields/file-csv.js'
import { manyChoices } from '../../engine/forms/fields/many-choices.js'
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
