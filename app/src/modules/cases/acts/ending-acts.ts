import { longText } from '../../../engine/forms/fields/long-text.js'
import { text } from '../../../engine/forms/fields/text.js'
import { closeCase, reopenCase } from '../commands/close-case.js'
import { linkCases } from '../commands/link-cases.js'
import { actForm } from './case-act.js'
import type { CaseAct } from './case-act.js'

const closeAct: CaseAct = {
  path: 'close',
  power: 'cases.close',
  prepare: async ({ row }) =>
    actForm({
      title: 'Close this case',
      fields: {
        words: longText({
          label: 'What came of it?',
          hint: 'What changed for the children, and what was learnt.',
          missing: 'Write what came of it: what changed for the children, and what was learnt',
        }),
      },
      button: 'Close the case',
      run: (write, { words }) => closeCase(write, row.id, words),
    }),
}

const reopenAct: CaseAct = {
  path: 'reopen',
  power: 'cases.close',
  prepare: async ({ row }) =>
    actForm({
      title: 'Open this case again',
      fields: { reason: longText({ label: 'Why?', rows: 3, missing: 'Write why it is opened again' }) },
      button: 'Open it again',
      run: (write, { reason }) => reopenCase(write, row.id, reason),
    }),
}

const linkAct: CaseAct = {
  path: 'link',
  power: 'cases.record',
  prepare: async ({ row }) =>
    actForm({
      title: 'Link this case to another',
      fields: {
        number: text({ label: 'Number of the other case', width: 10, missing: 'Give the number of the other case' }),
        why: longText({ label: 'Why do they belong together?', rows: 3, missing: 'Write why the two belong together' }),
      },
      button: 'Link them',
      run: (write, { number, why }) => linkCases(write, row.id, number, why),
    }),
}

/** How a case ends, begins again, and hangs together with others. */
export const endingActs: readonly CaseAct[] = [closeAct, reopenAct, linkAct]
