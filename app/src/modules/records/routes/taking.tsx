import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import type { Form } from '../../../engine/forms/define-form.js'
import { refusalError } from '../../../engine/forms/form-errors.js'
import type { FormContext, PersonChoice } from '../../../engine/forms/field.js'
import { parseForm } from '../../../engine/forms/parse-form.js'
import type { Values } from '../../../engine/registers/register.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import type { Tx } from '../../../kernel/db/tx.js'
import { Refusal } from '../../../kernel/refusal.js'
import { frameOf } from '../../../web/frames.js'
import { sayNext } from '../../../web/keepers.js'
import { actorOf, seeOther, sendPage } from '../../../web/who.js'
import { formContext, found } from '../form-context.js'
import { EntryFormPage } from '../pages/entry-form.js'
import type { EntryFormPageProps } from '../pages/entry-form.js'

/** What a form page says around its questions. */
export type About = Pick<
  EntryFormPageProps,
  'title' | 'lead' | 'back' | 'action' | 'button' | 'number' | 'once' | 'withFile'
>

interface Visit {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly deps: Deps
}

/** Shows a form, fresh or filled with what is stored. */
export async function showForm(
  { request, reply, deps }: Visit,
  about: About,
  { form, typed }: { readonly form: Form; readonly typed?: EntryFormPageProps['typed'] },
) {
  const context = await reading(deps.db, actorOf(request), (tx) => formContext(tx, form, typed ?? {}))
  const page = { form, context, errors: [], ...(typed ? { typed } : {}) }
  return sendPage(reply, <EntryFormPage frame={await frameOf(request)} {...about} {...page} />)
}

interface Taking {
  readonly form: Form
  readonly body?: unknown
  /** Does the work and says where to go and what was done. */
  readonly work: (
    tx: Tx,
    values: Values,
    context: FormContext,
  ) => Promise<{ readonly to: string; readonly done: string }>
}

/** Takes a form in, or shows it again: with what is wrong beside each question, or with who was found. Everything typed is kept. */
export async function takeForm(visit: Visit, about: About, { form, work, body = visit.request.body }: Taking) {
  const { request, reply, deps } = visit
  const actor = actorOf(request)
  const context = await reading(deps.db, actor, (tx) => formContext(tx, form, body))
  const parsed = parseForm(form, body, context)
  if (!parsed.ok) {
    const { search, errors, typed } = parsed
    const people = search ? await reading(deps.db, actor, (tx) => found(tx, search.words)) : []
    const again = { form, typed, errors, context: withPeople(context, people) }
    const sought = search ? { found: { [search.field]: people } } : {}
    const page = <EntryFormPage frame={await frameOf(request)} {...about} {...again} {...sought} />
    return sendPage(reply, page, errors.length > 0 ? 400 : 200)
  }
  try {
    const { to, done } = await inSchool(deps.db, actor, (tx) => work(tx, parsed.values, context))
    sayNext(reply, { kind: 'done', text: done })
    return seeOther(reply, to)
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    const again = { form, typed: parsed.typed, context, errors: [refusalError(form, fault)] }
    return sendPage(reply, <EntryFormPage frame={await frameOf(request)} {...about} {...again} />, 400)
  }
}

const withPeople = (context: FormContext, people: readonly PersonChoice[]): FormContext => ({
  ...context,
  people: new Map([...(context.people ?? []), ...people.map((one) => [one.id, one] as const)]),
})
