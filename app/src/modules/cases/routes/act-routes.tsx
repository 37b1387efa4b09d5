import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { defineForm } from '../../../engine/forms/define-form.js'
import type { Form } from '../../../engine/forms/define-form.js'
import type { FormContext, PersonChoice } from '../../../engine/forms/field.js'
import { hidden } from '../../../engine/forms/fields/hidden.js'
import { refusalError } from '../../../engine/forms/form-errors.js'
import { parseForm, pickedIn } from '../../../engine/forms/parse-form.js'
import type { FormError, PersonSearch } from '../../../engine/forms/parse-form.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { once } from '../../../kernel/db/once.js'
import { newId } from '../../../kernel/ids.js'
import type { PersonId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { frameOf } from '../../../web/frames.js'
import type { Typed } from '../../../web/kept-fields.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import { findPeople, personCards } from '../../people/index.js'
import type { PersonCard } from '../../people/index.js'
import { packByHash } from '../../policy/index.js'
import { caseActs } from '../acts/case-acts.js'
import type { ActForm, ActIds, CaseAct } from '../acts/case-act.js'
import { caseOf } from '../queries/case-of.js'
import { whatIsOpen } from '../queries/what-is-open.js'
import type { OpenThing } from '../queries/what-is-open.js'
import type { CaseRow } from '../schema.js'
import { ActPage } from '../pages/act.js'
import { caseUrl } from '../urls.js'

type ActRequest = FastifyRequest<{ Params: ActIds & { readonly case: string } }>

/** Every act on a case at its own address: GET shows its form, POST does it, and what is wrong comes back beside it. */
export function actRoutes(app: FastifyInstance, deps: Deps): void {
  for (const act of caseActs) {
    const pattern = `/cases/:case/${act.path}`
    app.get(pattern, needs(act.power), async (request: ActRequest, reply) => {
      const ready = await prepared(deps, request, act)
      return sendAct(request, reply, { ...ready, typed: { key: newId(), ...ready.form.typed }, errors: [], found: {} })
    })
    app.post(pattern, needs(act.power), (request: ActRequest, reply) => takeAct(request, reply, deps, act))
  }
}

interface Ready {
  readonly row: CaseRow
  readonly form: ActForm
  readonly asked: Form
  readonly context: FormContext
  readonly open: readonly OpenThing[]
}

async function prepared({ db }: Deps, request: ActRequest, act: CaseAct): Promise<Ready> {
  return reading(db, actorOf(request), async (tx) => {
    const row = await caseOf(tx, request.params.case)
    const pack = await packByHash(tx, row.pack_hash)
    const form = await act.prepare({ tx, row, pack, ids: request.params })
    const asked = defineForm({ key: hidden({ shape: /^[0-9a-f-]{36}$/ }), ...form.fields })
    const picked = act.picks ? pickedIn(asked, request.body) : []
    const cards = await personCards(tx, picked as readonly PersonId[])
    const people = new Map([...cards.values()].map((card) => [card.id as string, choiceOf(card)]))
    const open = act.path === 'close' && row.state === 'open' ? await whatIsOpen(tx, row) : []
    return { row, form, asked, context: { now: tx.now, people }, open }
  })
}

const choiceOf = ({ id, name, class_code, job_title, kind }: PersonCard): PersonChoice => ({
  id,
  name,
  about: class_code ?? job_title ?? kind,
})

async function takeAct(request: ActRequest, reply: FastifyReply, deps: Deps, act: CaseAct): Promise<FastifyReply> {
  const ready = await prepared(deps, request, act)
  const parsed = parseForm(ready.asked, request.body, ready.context)
  if (!parsed.ok) {
    const found = parsed.search ? await searched(deps, request, parsed.search) : {}
    return sendAct(request, reply, { ...ready, typed: parsed.typed, errors: parsed.errors, found })
  }
  const { key, ...values } = parsed.values as { readonly key: string }
  try {
    await inSchool(deps.db, actorOf(request), (tx) =>
      once(tx, `${act.path}:${key}`, async () => {
        await ready.form.run(tx, values as never, ready.context)
        return null
      }),
    )
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.kind === 'not-found') throw fault
    const errors = [refusalError(ready.asked, fault)]
    return sendAct(request, reply, { ...ready, typed: parsed.typed, errors, found: {} })
  }
  return seeOther(reply, caseUrl({ case: ready.row.id }))
}

async function searched({ db }: Deps, request: ActRequest, { field, words }: PersonSearch) {
  const cards = await reading(db, actorOf(request), (tx) => findPeople(tx, { text: words }))
  return { [field]: cards.map(choiceOf) }
}

interface Shown extends Ready {
  readonly typed: Typed
  readonly errors: readonly FormError[]
  readonly found: Readonly<Record<string, readonly PersonChoice[]>>
}

async function sendAct(request: ActRequest, reply: FastifyReply, shown: Shown): Promise<FastifyReply> {
  const { row, form, asked, context, open, typed, errors, found } = shown
  const page = (
    <ActPage
      frame={await frameOf(request)}
      number={row.number}
      title={form.title}
      lines={form.lines ?? []}
      mustNots={form.mustNots ?? []}
      quoted={form.quoted ?? null}
      open={open}
      action={request.url.split('?')[0] ?? ''}
      back={caseUrl({ case: row.id })}
      {...{ form: asked, context, typed, errors, found }}
      button={form.button}
    />
  )
  return sendPage(reply, page, errors.length > 0 ? 400 : 200)
}
