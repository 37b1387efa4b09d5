import type { FastifyRequest } from 'fastify'
import type { ComponentChildren, VNode } from 'preact'
import type { Deps } from '../../engine/deps.js'
import { differences } from '../../engine/packs/differences/differences.js'
import type { Pack } from '../../engine/packs/pack.js'
import { shippedPacks } from '../../engine/packs/shipped-packs.js'
import { frameOf } from '../../web/frames.js'
import { plannedPeople } from '../planned-people.js'
import type { PlannedPerson } from '../planned-people.js'
import type { SchoolAnswers, SetupFault } from '../school-answers.js'
import { setupStepUrl } from '../urls.js'
import { answersOf } from './drafts.js'
import { AskMeaning } from './pages/ask-meaning.js'
import { AskPeople, AskPosts, AskSignIns } from './pages/ask-people.js'
import { AskPolicy, AskSchool } from './pages/ask-school.js'
import { StepPage } from './pages/step-page.js'
import { askingSteps } from './read-step.js'
import type { AskingStep } from './read-step.js'

const titles: Readonly<Record<AskingStep, string>> = {
  school: 'Your school',
  policy: 'Your policy',
  meaning: 'What it means',
  people: 'Your people',
  posts: 'Who holds which post',
  'sign-ins': 'First sign-ins',
}

const packs = async (): Promise<readonly Pack[]> => (await shippedPacks()).map(({ pack }) => pack)

async function peopleOf(deps: Deps, answers: SchoolAnswers): Promise<readonly PlannedPerson[]> {
  const planned = await plannedPeople(deps, answers)
  return 'people' in planned ? planned.people.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')) : []
}

async function chosen(answers: SchoolAnswers): Promise<{ readonly pack: Pack; readonly base: Pack }> {
  const all = await packs()
  const pack = all.find(({ id }) => id === answers.pack) ?? all[0]
  if (!pack) throw new Error('No pack of the installation can be used')
  return { pack, base: all.find(({ id }) => id === pack.base) ?? pack }
}

type Ask = (deps: Deps, answers: SchoolAnswers, faults: readonly SetupFault[]) => Promise<ComponentChildren>

const asks: Readonly<Record<AskingStep, Ask>> = {
  school: async (_deps, answers, faults) => <AskSchool answers={answers} faults={faults} />,
  policy: async (_deps, answers) => <AskPolicy answers={answers} packs={await packs()} />,
  meaning: async (_deps, answers) => {
    const { pack, base } = await chosen(answers)
    return <AskMeaning answers={answers} pack={pack} differences={pack === base ? [] : differences(base, pack)} />
  },
  people: async (deps, answers, faults) => (
    <AskPeople answers={answers} known={(await peopleOf(deps, answers)).length} faults={faults} />
  ),
  posts: async (deps, answers, faults) => (
    <AskPosts
      answers={answers}
      faults={faults}
      pack={(await chosen(answers)).pack}
      people={await peopleOf(deps, answers)}
    />
  ),
  'sign-ins': async (deps, answers, faults) => (
    <AskSignIns answers={answers} faults={faults} people={await peopleOf(deps, answers)} />
  ),
}

/** The page of one step, with what was answered so far and what is wrong with it. */
export async function askStep(
  request: FastifyRequest,
  deps: Deps,
  step: AskingStep,
  faults: readonly SetupFault[],
): Promise<VNode> {
  const at = askingSteps.indexOf(step)
  const before = askingSteps[at - 1]
  return (
    <StepPage
      frame={await frameOf(request)}
      title={titles[step]}
      place={`step ${at + 1} of ${askingSteps.length}`}
      action={setupStepUrl({ step })}
      back={before ? setupStepUrl({ step: before }) : '/'}
      faults={faults}
      withFile={step === 'people'}
    >
      {await asks[step](deps, await answersOf(deps, request), faults)}
    </StepPage>
  )
}
