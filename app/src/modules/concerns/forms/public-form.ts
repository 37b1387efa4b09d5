import { defineForm } from '../../../engine/forms/define-form.js'
import { hidden } from '../../../engine/forms/fields/hidden.js'
import { longText } from '../../../engine/forms/fields/long-text.js'
import { text } from '../../../engine/forms/fields/text.js'
import { perPack } from './per-pack.js'
import { aboutField, dangerField, whereFields } from './report-forms.js'

/** What a parent, visitor or neighbour is asked. Only danger and what happened must be answered; names may stay out. */
export const publicForm = perPack((pack) =>
  defineForm({
    key: hidden({ shape: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/ }),
    danger: dangerField(),
    words: longText({
      label: 'What happened?',
      hint: 'Write what you saw or heard, and what the child said.',
      missing: 'Write what happened, in a few words at least',
    }),
    happened: text({ label: 'When did it happen?', optional: true }),
    described: text({
      label: 'Who is involved?',
      hint: 'Names, classes, or what they look like. Leave it empty if you do not know.',
      optional: true,
      maxLength: 500,
    }),
    about: aboutField(pack),
    ...whereFields(pack),
    name: text({
      label: 'Your name',
      hint: 'Leave it empty if you do not want us to know who you are.',
      optional: true,
      autocomplete: 'name',
    }),
    contact: text({
      label: 'How can we reach you?',
      hint: 'A telephone number or e-mail address, if you like. You can read our answer here without one.',
      optional: true,
    }),
  }),
)
