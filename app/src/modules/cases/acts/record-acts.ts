import { choice } from '../../../engine/forms/fields/choice.js'
import { dateTime } from '../../../engine/forms/fields/date-time.js'
import { longText } from '../../../engine/forms/fields/long-text.js'
import { yesNo } from '../../../engine/forms/fields/yes-no.js'
import { addEntry, correctEntry, entryOf } from '../commands/add-entry.js'
import { assessCase } from '../commands/assess-case.js'
import { decide } from '../commands/decide.js'
import { reviewCase } from '../commands/review-case.js'
import { sayOfHeadteacher } from '../commands/say-of-headteacher.js'
import { entryKinds, writtenKinds } from '../entry-kinds.js'
import { actForm } from './case-act.js'
import type { CaseAct } from './case-act.js'
import { rightNow } from './right-now.js'

const sealedLine = 'What you write is sealed. It can be corrected on top, never changed or deleted.'

const addEntryAct: CaseAct = {
  path: 'entry',
  power: 'cases.record',
  prepare: async ({ tx, row }) =>
    actForm({
      title: 'Add to the chronology',
      lines: [sealedLine, 'Describe pictures in words. Never copy or fetch one.'],
      fields: {
        kind: choice({
          label: 'What is it?',
          missing: 'Choose what kind of entry this is',
          options: writtenKinds.map((value) => ({ value, text: entryKinds[value] })),
        }),
        words: longText({ label: 'What do you want to keep?', missing: 'Write what you want to keep' }),
        happened: dateTime({
          label: 'When did it happen?',
          latest: 'today',
          missing: 'Give the day and time when it happened',
        }),
      },
      typed: rightNow('happened', tx.now),
      button: 'Add and seal',
      run: (write, { kind, words, happened }) => addEntry(write, row.id, { kind, words, happenedAt: happened }),
    }),
}

const correctAct: CaseAct = {
  path: 'entries/:entry/correct',
  power: 'cases.record',
  prepare: async ({ tx, row, ids }) => {
    const entry = await entryOf(tx, row.id, ids['entry'] ?? '')
    return actForm({
      title: 'Correct an entry',
      lines: ['Your correction lies on top. The first text stays, readable under it.'],
      quoted: entry.words,
      fields: {
        words: longText({
          label: 'What is right, and why was it not so before?',
          missing: 'Write what is right, and why the first text was not',
        }),
      },
      button: 'Correct and seal',
      run: (write, { words }) => correctEntry(write, row.id, entry.id, words),
    })
  },
}

const decideAct: CaseAct = {
  path: 'decision',
  power: 'cases.record',
  prepare: async ({ row }) =>
    actForm({
      title: 'Write down a decision',
      lines: [sealedLine],
      fields: {
        acting: yesNo({
          label: 'Is something to be done?',
          yes: 'Yes, this will be done',
          no: 'No, this will not be done',
          missing: 'Choose whether something is to be done',
        }),
        decided: longText({ label: 'What was decided?', rows: 3, missing: 'Write what was decided' }),
        reasons: longText({
          label: 'What are the reasons?',
          hint: 'A decision not to act needs them no less.',
          missing: 'Write the reasons',
        }),
      },
      button: 'Decide and seal',
      run: (write, values) => decide(write, row.id, values),
    }),
}

const reviewAct: CaseAct = {
  path: 'review',
  power: 'cases.record',
  prepare: async ({ row }) =>
    actForm({
      title: 'Review this case',
      lines: ['Read the chronology and the open actions first. The next review is counted from today.'],
      fields: {
        words: longText({
          label: 'How does the case stand, and what comes next?',
          missing: 'Write how the case stands, and what comes next',
        }),
      },
      button: 'Reviewed',
      run: (write, { words }) => reviewCase(write, row.id, words),
    }),
}

const headteacherAct: CaseAct = {
  path: 'headteacher',
  power: 'cases.record',
  prepare: async ({ row }) =>
    actForm({
      title: 'Does the headteacher know of this case?',
      fields: {
        told: yesNo({ label: 'Have they been told?', missing: 'Choose whether they have been told' }),
        words: longText({
          label: 'When and how, or why not?',
          rows: 3,
          missing: 'Write when and how they were told, or why not',
        }),
      },
      button: 'Save and seal',
      run: (write, { told, words }) => sayOfHeadteacher(write, row.id, told, words),
    }),
}

const riskAct: CaseAct = {
  path: 'risk',
  power: 'cases.record',
  prepare: async ({ row, pack }) =>
    actForm({
      title: 'What kind of risk is it?',
      fields: {
        subtype: choice({
          label: 'Kind of risk',
          look: 'select',
          missing: 'Choose what kind of risk this is',
          options: pack.risks.flatMap(({ id, title, subtypes }) =>
            subtypes.map((kind) => ({ value: `${id}.${kind.id}`, text: `${title}: ${kind.title}` })),
          ),
        }),
        urgency: choice({
          label: 'How urgent is it?',
          missing: 'Choose how urgent it is',
          options: [
            { value: 'urgent', text: 'Urgent: a child may be in danger' },
            { value: 'ordinary', text: 'Not urgent' },
          ],
        }),
      },
      typed: { subtype: row.risk ? `${row.risk}.${row.subtype}` : '', urgency: row.urgency },
      button: 'Save and seal',
      run: (write, { subtype: chosen, urgency }) => {
        const [risk = '', subtype = ''] = chosen.split('.')
        return assessCase(write, row.id, { risk, subtype, urgency })
      },
    }),
}

/** What is written into a case. */
export const recordActs: readonly CaseAct[] = [addEntryAct, correctAct, decideAct, reviewAct, headteacherAct, riskAct]
