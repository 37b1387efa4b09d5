import { buildField, fieldBuilder } from '../build-field.js'
import { radiosView } from '../radios-view.js'
import { readText, wrong } from '../read-text.js'

/** Other words for the two answers, where Yes and No alone could be misread. */
export interface YesNoOptions {
  readonly yes?: string
  readonly no?: string
}

/** Yes or no. A question that may not be known yet is a `choice` with a third answer. */
export const yesNo = fieldBuilder<YesNoOptions, boolean>((options) => {
  const { yes = 'Yes', no = 'No' } = options
  return buildField<boolean>(options, {
    kind: 'yesNo',
    read(body, name) {
      const reading = readText(body, name)
      if (reading.is !== 'answer') return reading
      if (reading.value !== 'yes' && reading.value !== 'no') return wrong('Choose one of the answers given here')
      return { is: 'answer', value: reading.value === 'yes' }
    },
    view: (view) =>
      radiosView(view, {
        label: options.label,
        hint: options.hint,
        inline: !options.yes && !options.no,
        options: [
          { value: 'yes', text: yes },
          { value: 'no', text: no },
        ],
      }),
    say: (value) => (value ? yes : no),
    retype: (value, name) => ({ [name]: value ? 'yes' : 'no' }),
    schema: () => ({ type: 'boolean' }),
  })
})
