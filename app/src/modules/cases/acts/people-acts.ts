import { choice } from '../../../engine/forms/fields/choice.js'
import { longText } from '../../../engine/forms/fields/long-text.js'
import { personPicker } from '../../../engine/forms/fields/person-picker.js'
import { text } from '../../../engine/forms/fields/text.js'
import { yesNo } from '../../../engine/forms/fields/yes-no.js'
import type { PersonId } from '../../../kernel/ids.js'
import { addCasePerson, changeRole } from '../commands/case-people.js'
import { endSeeing, letSee } from '../commands/change-sight.js'
import { handOver } from '../commands/hand-over.js'
import type { ActSetting, CaseAct } from './case-act.js'
import { actForm } from './case-act.js'
import { whoMayLead } from './people-choices.js'

const roleField = ({ pack }: ActSetting) =>
  choice({
    label: 'What part do they have in it?',
    missing: 'Choose the part they have in this',
    options: pack.reporting.roles.map(({ id, title }) => ({ value: id, text: title })),
  })

const addPersonAct: CaseAct = {
  path: 'person',
  power: 'cases.record',
  picks: true,
  prepare: async (setting) =>
    actForm({
      title: 'Add somebody to this case',
      lines: ['Say the part they have in it, never what they are.'],
      fields: {
        person: personPicker({ label: 'Who is it?', onlyOne: true, optional: true }),
        described: text({ label: 'Or describe them, if nobody knows who it is', optional: true }),
        describedChild: yesNo({ label: 'Is the person you described a child?', optional: true }),
        role: roleField(setting),
      },
      button: 'Add them',
      run: (write, { person, described, describedChild, role }) =>
        addCasePerson(write, setting.row.id, {
          person_id: (person?.people[0]?.id ?? null) as PersonId | null,
          described,
          describedChild: describedChild === true,
          role,
        }),
    }),
}

const roleAct: CaseAct = {
  path: 'people/:person/role',
  power: 'cases.record',
  prepare: async (setting) =>
    actForm({
      title: 'Change the part somebody has in this case',
      fields: { role: roleField(setting) },
      button: 'Change it',
      run: (write, { role }) => changeRole(write, setting.row.id, setting.ids['person'] ?? '', role),
    }),
}

const letSeeAct: CaseAct = {
  path: 'share',
  power: 'cases.lead',
  picks: true,
  prepare: async ({ row }) =>
    actForm({
      title: 'Let somebody see this case',
      lines: ['They see all of it from now on. Share it only with those who need it to keep a child safe.'],
      fields: {
        person: personPicker({ label: 'Who needs to see it?', onlyOne: true, missing: 'Search for the person' }),
        reason: longText({ label: 'Why do they need to?', rows: 3, missing: 'Write why they need to see it' }),
      },
      button: 'Let them see it',
      run: (write, { person, reason }) => letSee(write, row.id, person.people[0]?.id as PersonId, reason),
    }),
}

const endSeeingAct: CaseAct = {
  path: 'sharing/:person/end',
  power: 'cases.lead',
  prepare: async ({ row, ids }) =>
    actForm({
      title: 'Somebody no longer needs to see this case',
      fields: { reason: longText({ label: 'Why?', rows: 3, missing: 'Write why they no longer need to see it' }) },
      button: 'End it',
      run: (write, { reason }) => endSeeing(write, row.id, ids['person'] as PersonId, reason),
    }),
}

const handOverAct: CaseAct = {
  path: 'lead',
  power: 'cases.lead',
  prepare: async ({ tx, row }) =>
    actForm({
      title: 'Hand this case over',
      lines: ['The new lead is told at once and sees the whole case. You see it as long as your post does.'],
      fields: {
        person: choice({
          label: 'Who leads it from now on?',
          look: 'select',
          missing: 'Choose who leads it from now on',
          options: await whoMayLead(tx, row),
        }),
        reason: longText({ label: 'Why?', rows: 3, missing: 'Write why the lead changes' }),
      },
      button: 'Hand over',
      run: (write, { person, reason }) => handOver(write, row.id, person as PersonId, reason),
    }),
}

/** Who is in a case, who leads it and who may see it. */
export const peopleActs: readonly CaseAct[] = [addPersonAct, roleAct, letSeeAct, endSeeingAct, handOverAct]
