import { choice } from '../../../engine/forms/fields/choice.js'
import { longText } from '../../../engine/forms/fields/long-text.js'
import { stepOf } from '../../../engine/procedures/index.js'
import type { Step } from '../../../engine/procedures/index.js'
import type { Fields } from '../../../engine/forms/define-form.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { Refusal } from '../../../kernel/refusal.js'
import { startProcedure } from '../commands/change-procedure.js'
import { enterStep } from '../commands/enter-step.js'
import { childrenOf } from '../queries/children-of.js'
import { runningIn } from '../queries/progress-of.js'
import { actForm } from './case-act.js'
import type { ActSetting, CaseAct } from './case-act.js'
import { rightNow } from './right-now.js'
import { boxOf, offerFrom, stepFields, tellingFrom } from './step-form.js'

async function stepOfSetting({ tx, row, ids }: ActSetting): Promise<Step> {
  const running = await runningIn(tx, row)
  const step = running && stepOf(running.procedure, ids['step'] as Step['id'])
  if (!step) throw new Refusal('not-found', 'The procedure of this case has no such step.')
  return step
}

/** What the button of a step says. */
export const stepButton = (step: Step): string =>
  ({
    instruct: 'This is done',
    ask: 'Save this answer',
    record: 'Save and seal',
    refer: 'They have been told',
    notify: 'They have been told',
    wait: 'The time is over',
    approve: 'Save this answer',
    close: 'The procedure is finished',
  })[step.kind]

const stepAct: CaseAct = {
  path: 'steps/:step',
  power: 'cases.record',
  prepare: async (setting) => {
    const step = await stepOfSetting(setting)
    return {
      title: step.title,
      lines: step.text ? [step.text] : [],
      mustNots: step.mustNots,
      fields: stepFields(step, await childrenOf(setting.tx, setting.row.id)) as Fields,
      typed: rightNow('toldAt', setting.tx.now),
      button: stepButton(step),
      run: (write, values) => entered(write, setting, step, values),
    }
  },
}

const skipAct: CaseAct = {
  path: 'steps/:step/skip',
  power: 'cases.record',
  prepare: async (setting) => {
    const step = await stepOfSetting(setting)
    return actForm({
      title: `Leave out a step: ${step.title}`,
      lines: step.must ? ['This step must be done. It cannot be left out.'] : [],
      fields: { reason: longText({ label: 'Why is it left out?', rows: 3, missing: 'Say why it is left out' }) },
      button: 'Leave it out',
      run: (write, { reason }) => enterStep(write, setting.row.id, { step: step.id, outcome: 'skipped', reason }),
    })
  },
}

/** Enters a step; what the engine says of one of its fields goes beside that field's box. */
async function entered(
  tx: Tx,
  { row }: ActSetting,
  step: Step,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  try {
    await enterStep(tx, row.id, offerFrom(step, values), tellingFrom(values))
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.field === undefined) throw fault
    const own = step.kind === 'ask' || fault.field === 'answers' || fault.field === 'reason'
    throw new Refusal(fault.kind, fault.sentence, own ? fault.field : boxOf(fault.field))
  }
}

const procedureAct: CaseAct = {
  path: 'procedure',
  power: 'cases.record',
  prepare: async ({ row, pack }) =>
    actForm({
      title: row.procedure === null ? 'Start a procedure' : 'Go on with another procedure',
      lines: ['It begins at its first step. What was entered before stays on record.'],
      fields: {
        procedure: choice({
          label: 'Which procedure?',
          missing: 'Choose one of the procedures of the policy',
          options: pack.procedures
            .filter(({ id }) => id !== row.procedure)
            .map(({ id, title, use }) => ({ value: id as string, text: title, ...(use ? { hint: use } : {}) })),
        }),
        reason: longText({ label: 'Why?', rows: 3, missing: 'Write why this procedure is the right one' }),
      },
      button: 'Start it',
      run: (write, { procedure, reason }) => startProcedure(write, row.id, procedure, reason),
    }),
}

/** The guided procedure. */
export const procedureActs: readonly CaseAct[] = [stepAct, skipAct, procedureAct]
