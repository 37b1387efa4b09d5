import { choice } from '../../../engine/forms/fields/choice.js'
import { date } from '../../../engine/forms/fields/date.js'
import { longText } from '../../../engine/forms/fields/long-text.js'
import { yesNo } from '../../../engine/forms/fields/yes-no.js'
import { schoolDayBounds } from '../../../kernel/calendar/school-calendar.js'
import { londonInstant } from '../../../kernel/calendar/london.js'
import type { PersonId } from '../../../kernel/ids.js'
import { calendarOf } from '../../people/index.js'
import { actionOf, addAction, finishAction } from '../commands/actions.js'
import { actForm } from './case-act.js'
import type { CaseAct } from './case-act.js'
import { whoSees } from './people-choices.js'

const addActionAct: CaseAct = {
  path: 'action',
  power: 'cases.record',
  prepare: async ({ tx, row }) => {
    const calendar = await calendarOf(tx)
    return actForm({
      title: 'Give somebody something to do',
      lines: ['Only people who may see the case are offered. Let somebody see it first where they must act on it.'],
      fields: {
        what: longText({ label: 'What is to be done?', rows: 3, missing: 'Write what is to be done' }),
        owner: choice({
          label: 'Who does it?',
          look: 'select',
          missing: 'Choose who does it',
          options: await whoSees(tx, row),
        }),
        due: date({
          label: 'By the end of which school day?',
          earliest: 'today',
          missing: 'Give the day by which it is done',
        }),
      },
      button: 'Give it to them',
      run: (write, { what, owner, due }) =>
        addAction(write, row.id, {
          what,
          owner: owner as PersonId,
          due: schoolDayBounds(calendar, due)?.closes ?? londonInstant(due, '15:30'),
        }),
    })
  },
}

const finishActionAct: CaseAct = {
  path: 'actions/:action',
  power: 'cases.record',
  prepare: async ({ tx, row, ids }) => {
    const action = await actionOf(tx, row.id, ids['action'] ?? '')
    return actForm({
      title: 'End an action',
      quoted: action.what,
      fields: {
        done: yesNo({
          label: 'Was it done?',
          yes: 'Yes',
          no: 'No, and it will not be: that is a decision',
          missing: 'Choose whether it was done',
        }),
        words: longText({
          label: 'What came of it, or why is it not done?',
          rows: 4,
          missing: 'Write what came of it, or why it is not done',
        }),
      },
      button: 'End it and seal',
      run: (write, values) => finishAction(write, row.id, action.id, values),
    })
  },
}

/** Who does what by when. */
export const actionActs: readonly CaseAct[] = [addActionAct, finishActionAct]
