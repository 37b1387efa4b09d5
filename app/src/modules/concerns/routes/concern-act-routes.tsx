import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import type { Fields, Form, ValuesOf } from '../../../engine/forms/define-form.js'
import { refusalError } from '../../../engine/forms/form-errors.js'
import { parseForm, pickedIn, typedIn } from '../../../engine/forms/parse-form.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { isId } from '../../../kernel/ids.js'
import type { PersonId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { actorOf, needs, seeOther } from '../../../web/who.js'
import { findPeople } from '../../people/index.js'
import { packByHash } from '../../policy/index.js'
import { acknowledge } from '../commands/acknowledge.js'
import { addToConcern } from '../commands/add-to-concern.js'
import { answerReporter } from '../commands/answer-reporter.js'
import { barPerson } from '../commands/bar-person.js'
import { triage } from '../commands/triage.js'
import { answerForm, barForm, moreForm } from '../forms/act-forms.js'
import { decisionFrom, triageForm } from '../forms/triage-form.js'
import { concernOf } from '../queries/concern-of.js'
import { relatedConcerns } from '../queries/related-concerns.js'
import { concernActUrl, concernsUrl, concernUrl } from '../urls.js'
import { mayRead, showConcern } from './concern-routes.js'
import { choiceOf, contextFor } from './context.js'

type AtConcern = { Params: { concern: string } }
const mayTriage = needs('concerns.triage')
const actPath = (act: string): string => concernActUrl.pattern.replace(':act', act)

/** What is done with a concern. Each goes back to the concern, or to the inbox when it may be out of sight. */
export function concernActRoutes(app: FastifyInstance, deps: Deps): void {
  app.post<AtConcern>(actPath('acknowledge'), mayTriage, async (request, reply) => {
    const concern = concernIn(request)
    await inSchool(deps.db, actorOf(request), (tx) => acknowledge(tx, concern))
    return seeOther(reply, concernUrl({ concern }))
  })
  app.post<AtConcern>(actPath('triage'), mayTriage, (request, reply) => decide(request, reply, deps))
  app.post<AtConcern>(actPath('add'), mayTriage, (request, reply) =>
    doing(request, reply, deps, {
      act: 'add',
      form: moreForm,
      work: async ({ key, more }, concern) => {
        await addToConcern(deps.db, actorOf(request), { key, concern, words: more })
      },
    }),
  )
  app.post<AtConcern>(actPath('answer'), mayRead, (request, reply) => {
    requireAnswering(request)
    return doing(request, reply, deps, {
      act: 'answer',
      form: answerForm,
      work: async ({ answer }, concern) => {
        await inSchool(deps.db, actorOf(request), (tx) => answerReporter(tx, concern, answer))
      },
    })
  })
  app.post<AtConcern>(actPath('bar'), mayTriage, (request, reply) =>
    doing(request, reply, deps, {
      act: 'bar',
      form: barForm,
      work: async ({ person }, concern) => {
        const [picked] = person.people
        if (picked) await barPerson(deps.db, actorOf(request), concern, picked.id as PersonId)
        return concernsUrl()
      },
    }),
  )
}

function concernIn(request: FastifyRequest<AtConcern>): string {
  const { concern } = request.params
  if (!isId(concern)) throw new Refusal('not-found', 'There is no such concern, or it is not yours to see.')
  return concern
}

function requireAnswering(request: FastifyRequest): void {
  const { powers } = actorOf(request)
  if (!powers.has('bother.answer') && !powers.has('concerns.triage'))
    throw new Refusal('not-allowed', 'None of your posts lets you answer. Ask the safeguarding lead.')
}

interface Doing<F extends Fields> {
  readonly act: string
  readonly form: Form<F>
  /** Does it; answers where to go, or nothing to stay with the concern. */
  readonly work: (values: ValuesOf<F>, concern: string) => Promise<string | void>
}

/** Reads one act's form, does it, and goes on; or shows the concern again with what is to be put right. */
async function doing<F extends Fields>(
  request: FastifyRequest<AtConcern>,
  reply: FastifyReply,
  deps: Deps,
  { act, form, work }: Doing<F>,
): Promise<FastifyReply> {
  const concern = concernIn(request)
  const { parsed, context, found } = await reading(deps.db, actorOf(request), async (tx) => {
    const known = await contextFor(tx, pickedIn(form as unknown as Form, request.body))
    const read = parseForm(form, request.body, known)
    const sought = read.ok || !read.search ? null : await findPeople(tx, { text: read.search.words })
    const people = sought?.map(choiceOf)
    return { parsed: read, context: known, found: people && { person: people } }
  })
  const again = (errors: readonly ReturnType<typeof refusalError>[]) =>
    showConcern(request, reply, deps, {
      concern,
      cameBack: { act, errors, found, context, typed: typedIn(form as unknown as Form, request.body) },
    })
  if (!parsed.ok) return again(parsed.errors)
  try {
    return seeOther(reply, (await work(parsed.values, concern)) ?? concernUrl({ concern }))
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.kind !== 'invalid') throw fault
    return again([refusalError(form as unknown as Form, fault)])
  }
}

async function decide(request: FastifyRequest<AtConcern>, reply: FastifyReply, deps: Deps): Promise<FastifyReply> {
  const concern = concernIn(request)
  const { form, related } = await reading(deps.db, actorOf(request), async (tx) => {
    const row = await concernOf(tx, concern)
    const linkable = await relatedConcerns(tx, row)
    return { form: triageForm(await packByHash(tx, row.pack_hash), linkable), related: linkable }
  })
  return doing(request, reply, deps, {
    act: 'triage',
    form: form,
    work: async (values) => {
      const [assessment, decision] = decisionFrom(values, related)
      const made = await inSchool(deps.db, actorOf(request), (tx) => triage(tx, concern, assessment, decision))
      return made.case ? `/cases/${made.case}` : concernUrl({ concern })
    },
  })
}
