import { defineForm } from '../../../engine/forms/define-form.js'
import { choice } from '../../../engine/forms/fields/choice.js'
import { text } from '../../../engine/forms/fields/text.js'
import { yesNo } from '../../../engine/forms/fields/yes-no.js'
import { defineRegister } from '../../../engine/registers/register.js'
import type { PostId } from '../../../kernel/ids.js'
import { everyoneSignedIn } from '../sights.js'

/** The school's rooms: where posters hang, where equipment stands. */
export const rooms = defineRegister({
  id: 'rooms',
  title: 'Rooms',
  one: 'room',
  intro:
    'Where posters hang and equipment stands. A room with internet access needs the posters that our policy asks for.',
  form: defineForm({
    name: text({ label: 'Name of the room', missing: 'Give the room a name that people here use' }),
    kind: choice({
      label: 'What is it?',
      missing: 'Say what kind of room it is',
      options: [
        { value: 'classroom', text: 'Classroom' },
        { value: 'computer-room', text: 'Computer room' },
        { value: 'shared', text: 'Library, hall or other shared room' },
        { value: 'staff', text: 'Staffroom or office' },
        { value: 'other', text: 'Another kind' },
      ],
    }),
    internet: yesNo({
      label: 'Can anybody go online there?',
      missing: 'Say whether anybody can go online in this room',
    }),
  }),
  called: ({ name }) => name,
  same: ({ name }) => name.toLowerCase(),
  columns: ['kind', 'internet'],
  see: 'records.read',
  keep: 'records.keep',
  owner: 'school-business-manager' as PostId,
  journal: everyoneSignedIn.posts,
  kept: 'for good; no personal data',
  empty: 'No room is on record. Add the classrooms first: posters and equipment are put into them.',
})
