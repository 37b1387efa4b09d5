import type { When } from '../../../engine/forms/field.js'
import { dateTime } from '../../../engine/forms/fields/date-time.js'
import { text } from '../../../engine/forms/fields/text.js'

/** Which adults were told, how and when: of one child (outside-acts.ts), or of all in a procedure (step-form.ts). */
export const tellingFields = (when: When) => ({
  adults: text({ label: 'Which adults?', missing: 'Write which adults were told', when }),
  how: text({ label: 'How?', hint: 'By phone, at school, by letter', missing: 'Write how they were told', when }),
  toldAt: dateTime({ label: 'When?', latest: 'today', missing: 'Give the day and time when they were told', when }),
})
