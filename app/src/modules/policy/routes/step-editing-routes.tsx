import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { editEntry } from '../commands/edit-entry.js'
import {
  adoptionStepForm,
  dropForm,
  onlyChanged,
  stepFrom,
  stepTyped,
  wholeAnswers,
  wholeForm,
  wholeStep,
} from '../draft/adoption-forms.js'
import { textOf } from '../draft/draft-view.js'
import { wholeAdoption } from '../draft/overlay-files.js'
import { TakeBack } from '../pages/take-back.js'
import { adoptionUrl, draftUrl, dropStepUrl, editStepUrl, newStepUrl } from '../urls.js'
import { takeBack, theDraft } from './draft-routes.js'
import { formRoute } from './form-route.js'

const section = 'adoption'
const toDraft = (): string => draftUrl()
/** Said wherever the steps are changed, because it surprises: a version is adopted by the steps of the one before. */
const nextTime = 'This holds for the versions after this one. This one takes force by the steps of the policy in force.'

const textNow = async (tx: ReadTx) => (await textOf(tx, await theDraft(tx))).pack

async function stepIn(tx: ReadTx, id: string) {
  const draft = await theDraft(tx)
  const { pack } = await textOf(tx, draft)
  const find = ({ adoption }: typeof pack) => adoption.steps.find((each) => each.id === id)
  const step = find(pack)
  if (!step) throw new Refusal('not-found', 'The policy has no such step.')
  return { pack, step, below: find(draft.over) }
}

/** How the school's own versions come into force: who writes, who is asked, and the steps. */
export function stepEditingRoutes(app: FastifyInstance, deps: Deps): void {
  takeBack(app, deps, editStepUrl.pattern, section)
  editWhole(app, deps)
  addStep(app, deps)
  editStep(app, deps)
  dropStep(app, deps)
}

function editWhole(app: FastifyInstance, deps: Deps): void {
  formRoute(app, deps, {
    pattern: adoptionUrl.pattern,
    access: 'policy.write',
    ask: async (tx) => {
      const pack = await textNow(tx)
      return {
        form: wholeForm(pack),
        typed: wholeAnswers(pack.adoption),
        title: 'Who writes the policy, and who is asked',
        intro: nextTime,
        back: draftUrl(),
        button: 'Save',
      }
    },
    act: async (tx, values) => {
      const change = onlyChanged(wholeAnswers((await textNow(tx)).adoption), values)
      if (Object.keys(change).length > 0) await editEntry(tx, { section, entry: wholeAdoption, change })
    },
    leadsTo: toDraft,
  })
}

function addStep(app: FastifyInstance, deps: Deps): void {
  formRoute(app, deps, {
    pattern: newStepUrl.pattern,
    access: 'policy.write',
    ask: async (tx) => ({
      form: adoptionStepForm(await textNow(tx)),
      title: 'Add a step',
      intro: nextTime,
      back: draftUrl(),
      button: 'Add it',
      typed: { quorum: '1' },
    }),
    act: (tx, values) => {
      const entry = `own-${newId(tx.now.epochMilliseconds).slice(-12)}`
      return editEntry(tx, { section, entry, change: stepFrom(values), why: values.reason })
    },
    leadsTo: toDraft,
  })
}

function editStep(app: FastifyInstance, deps: Deps): void {
  formRoute(app, deps, {
    pattern: editStepUrl.pattern,
    access: 'policy.write',
    ask: async (tx, { params: { step: id = '' } }) => {
      const { pack, step, below } = await stepIn(tx, id)
      return {
        form: adoptionStepForm(pack),
        typed: stepTyped(step),
        title: `Change the step: ${step.title}`,
        intro: nextTime,
        back: draftUrl(),
        button: 'Save',
        after: (
          <>
            {below && below !== step && (
              <TakeBack action={`${editStepUrl({ step: id })}/back`} packSays={below.title} />
            )}
            <p class="govuk-body">
              <a class="govuk-link" href={dropStepUrl({ step: id })}>
                Take this step out
              </a>
            </p>
          </>
        ),
      }
    },
    act: async (tx, values, { params: { step: entry = '' } }) => {
      const { step } = await stepIn(tx, entry)
      const change = onlyChanged(wholeStep(step), stepFrom(values))
      if (Object.keys(change).length > 0) await editEntry(tx, { section, entry, change, why: values.reason })
    },
    leadsTo: toDraft,
  })
}

function dropStep(app: FastifyInstance, deps: Deps): void {
  formRoute(app, deps, {
    pattern: dropStepUrl.pattern,
    access: 'policy.write',
    ask: async (tx, { params: { step: id = '' } }) => {
      const { step } = await stepIn(tx, id)
      const back = editStepUrl({ step: id })
      return { form: dropForm, title: `Take out the step: ${step.title}`, intro: nextTime, back, button: 'Take it out' }
    },
    act: async (tx, { why }, { params: { step: entry = '' } }) => {
      const { below } = await stepIn(tx, entry)
      await editEntry(tx, { section, entry, change: below ? { drop: true, why } : null, why })
    },
    leadsTo: toDraft,
  })
}
