import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../engine/deps.js'
import { listSchools } from '../../kernel/school.js'
import { frameOf } from '../../web/frames.js'
import { needs, seeOther, sendPage } from '../../web/who.js'
import { largestList, readUpload, routesWithLists, tooMuchAtOnce } from '../../modules/people/index.js'
import { planSchool } from '../plan-school.js'
import { plannedPeople } from '../planned-people.js'
import type { SetupFault } from '../school-answers.js'
import { setUpSchool } from '../set-up-school.js'
import { isSetupCode, letSetUp, maySetUp } from '../setup-gate.js'
import { setupCodeUrl, setupStepUrl, setupUrl } from '../urls.js'
import { answersOf, dropAnswers, keepAnswers } from './drafts.js'
import { CheckPage, CodePage, DonePage } from './pages/finish.js'
import { askingSteps, readStep } from './read-step.js'
import type { AskingStep } from './read-step.js'
import { askStep } from './ask-step.js'

type ForStep = FastifyRequest<{ Params: { step: string } }>

/**
 * The steps by which a school is set up. Open only while no real school exists, to somebody at this machine or with the
 * code that its terminal shows. Nothing of the school is written before the last step, and then all of it.
 */
export function wizardRoutes(app: FastifyInstance, deps: Deps): void {
  app.get(setupCodeUrl.pattern, needs('public'), async (request, reply) =>
    sendPage(reply, <CodePage frame={await frameOf(request)} action={setupCodeUrl()} wrong={false} />),
  )
  app.post(setupCodeUrl.pattern, needs('public'), (request, reply) => takeCode(request, reply, deps))
  app.get(setupUrl.pattern, needs('public'), async (request, reply) =>
    (await isOpen(request, reply, deps)) ? seeOther(reply, setupStepUrl({ step: 'school' })) : reply,
  )
  app.get(setupStepUrl.pattern, needs('public'), (request: ForStep, reply) => show(request, reply, deps))
  app.post(setupStepUrl.pattern, needs('public'), (request: ForStep, reply) => take(request, reply, deps))
  routesWithLists(app, (apart) =>
    apart.post('/setup/people', { config: { access: 'public', csrf: 'in-handler' } }, (request, reply) =>
      takePeople(request, reply, deps),
    ),
  )
}

/** Whether this browser may set up now; answers the request where it may not. */
async function isOpen(request: FastifyRequest, reply: FastifyReply, deps: Deps): Promise<boolean> {
  if ((await listSchools(deps.db)).some(({ example }) => !example)) {
    seeOther(reply, '/')
    return false
  }
  if (maySetUp(request, deps)) return true
  seeOther(reply, setupCodeUrl())
  return false
}

async function takeCode(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const { code } = (request.body ?? {}) as { readonly code?: unknown }
  if (typeof code === 'string' && isSetupCode(deps.keys, code)) {
    letSetUp(reply, deps)
    return seeOther(reply, setupUrl())
  }
  // A second's wait: thirty letters to the eighth power cannot be tried one a second.
  await new Promise((resolve) => setTimeout(resolve, 1000))
  return sendPage(reply, <CodePage frame={await frameOf(request)} action={setupCodeUrl()} wrong />, 400)
}

const isAsking = (step: string): step is AskingStep => (askingSteps as readonly string[]).includes(step)

const nextOf = (step: AskingStep): string => askingSteps[askingSteps.indexOf(step) + 1] ?? 'finish'

async function show(request: ForStep, reply: FastifyReply, deps: Deps) {
  if (!(await isOpen(request, reply, deps))) return reply
  const { step } = request.params
  if (isAsking(step)) return sendPage(reply, await askStep(request, deps, step, []))
  return check(request, reply, deps)
}

/** What is wrong on one step of what was answered so far. */
async function faultsOn(request: FastifyRequest, deps: Deps, step: AskingStep): Promise<readonly SetupFault[]> {
  const planned = await planSchool(deps, await answersOf(deps, request))
  return 'faults' in planned ? planned.faults.filter((fault) => fault.step === step) : []
}

async function goOn(request: FastifyRequest, reply: FastifyReply, deps: Deps, step: AskingStep) {
  const faults = await faultsOn(request, deps, step)
  if (faults.length === 0) return seeOther(reply, setupStepUrl({ step: nextOf(step) }))
  return sendPage(reply, await askStep(request, deps, step, faults), 400)
}

async function take(request: ForStep, reply: FastifyReply, deps: Deps) {
  if (!(await isOpen(request, reply, deps))) return reply
  const { step } = request.params
  if (!isAsking(step)) return finish(request, reply, deps)
  const read = readStep[step]((request.body ?? {}) as Record<string, unknown>)
  await keepAnswers(deps, request, reply, read)
  return goOn(request, reply, deps, step)
}

const fileFault = (sentence: string): SetupFault => ({ step: 'people', field: 'files', sentence })

/** The people's step: files beside the boxes. Choosing no file keeps those brought before. */
async function takePeople(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  if (!(await isOpen(request, reply, deps))) return reply
  const { body, files, tooMuch } = await readUpload(request)
  if (tooMuch || files.some(({ bytes }) => bytes.length > largestList)) {
    const sentence = tooMuch ? `${tooMuchAtOnce}.` : 'That file is larger than 32 MB. Send it in parts.'
    return sendPage(reply, await askStep(request, deps, 'people', [fileFault(sentence)]), 400)
  }
  const read = readStep.people(body)
  // What is no list of people (a picture, a workbook) is not kept for a moment longer than it takes to say so.
  const planned = await plannedPeople(deps, { files, byHand: [] })
  if ('unreadable' in planned) {
    await keepAnswers(deps, request, reply, read)
    return sendPage(reply, await askStep(request, deps, 'people', [fileFault(planned.unreadable)]), 400)
  }
  await keepAnswers(deps, request, reply, files.length > 0 ? { ...read, files } : read)
  return goOn(request, reply, deps, 'people')
}

async function check(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const answers = await answersOf(deps, request)
  const planned = await planSchool(deps, answers)
  const faults = 'faults' in planned ? planned.faults : []
  const row = (key: string, value: string, step: AskingStep) => ({ key, value, change: setupStepUrl({ step }) })
  const people = 'plan' in planned ? planned.plan.people.add.length : answers.byHand.length
  const rows = [
    row('School', answers.name, 'school'),
    row('Policy', 'plan' in planned ? planned.plan.pack.pack.title : answers.pack, 'policy'),
    row('People', `${people}`, 'people'),
    row('Posts', `${Object.keys(answers.holders).length} held`, 'posts'),
    row('First sign-ins', `${answers.signIns.length}`, 'sign-ins'),
  ]
  const wrong = faults.map(({ sentence, step }) => ({ sentence, href: setupStepUrl({ step }) }))
  const vacant = 'vacant' in planned ? planned.vacant : []
  const page = { frame: await frameOf(request), rows, vacant, faults: wrong, action: setupStepUrl({ step: 'finish' }) }
  return sendPage(reply, <CheckPage {...page} />)
}

async function finish(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const answers = await answersOf(deps, request)
  const planned = await planSchool(deps, answers)
  if ('faults' in planned) return check(request, reply, deps)
  const { slips } = await setUpSchool(deps, planned)
  await dropAnswers(deps, reply)
  const links = [
    { text: 'Sign in', href: '/sign-in' },
    { text: 'The Bother page for children', href: `/bother/${answers.slug}` },
    { text: 'The Bother poster to print', href: `/bother/${answers.slug}/poster` },
    { text: 'The page where parents and neighbours tell the school', href: `/report/${answers.slug}` },
  ]
  return sendPage(reply, <DonePage frame={await frameOf(request)} name={answers.name} slips={slips} links={links} />)
}
