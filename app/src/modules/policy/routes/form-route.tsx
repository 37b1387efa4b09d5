import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import type { Fields, Form, ValuesOf } from '../../../engine/forms/define-form.js'
import { refusalError } from '../../../engine/forms/form-errors.js'
import { parseForm } from '../../../engine/forms/parse-form.js'
import type { FormError } from '../../../engine/forms/parse-form.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import { Refusal } from '../../../kernel/refusal.js'
import { frameOf } from '../../../web/frames.js'
import type { Typed } from '../../../web/kept-fields.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import type { Access } from '../../../web/who.js'
import { FormPage } from '../pages/form-page.js'
import type { FormAbout } from '../pages/form-page.js'

/** The address of a request as forms need it: what its path and query name. */
export interface Asked {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly now: ReadTx['now']
}

/** One form of a record: what it asks (made from the records it is about), what it does, where it leads. */
export interface FormRoute<F extends Fields> {
  readonly pattern: string
  readonly access: Access
  /** The person shows again who they are first: for acts that bind the whole school. */
  readonly stepUp?: boolean
  readonly ask: (tx: ReadTx, asked: Asked) => Promise<FormAbout & { readonly form: Form<F>; readonly typed?: Typed }>
  readonly act: (tx: Tx, values: ValuesOf<F>, asked: Asked) => Promise<unknown>
  readonly leadsTo: (asked: Asked) => string
}

const askedIn = (request: FastifyRequest, deps: Deps): Asked => ({
  params: request.params as Asked['params'],
  query: Object.fromEntries(
    Object.entries(request.query as object).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  ),
  now: deps.db.clock.now(),
})

/** Serves a form: shows it, takes it, shows it again with everything typed kept and what is wrong beside it. */
export function formRoute<F extends Fields>(app: FastifyInstance, deps: Deps, route: FormRoute<F>): void {
  const page = async (request: FastifyRequest, typed?: Typed, errors: readonly FormError[] = []) => {
    const asked = askedIn(request, deps)
    const { form, typed: stored, ...about } = await reading(deps.db, actorOf(request), (tx) => route.ask(tx, asked))
    const shown = { form: form as Form, context: { now: asked.now }, typed: typed ?? stored ?? {}, errors }
    return <FormPage frame={await frameOf(request)} action={request.url} {...about} {...shown} />
  }
  const open = needs(route.access, route.stepUp ? { stepUp: true } : {})
  app.get(route.pattern, open, async (request, reply) => sendPage(reply, await page(request)))
  app.post(route.pattern, open, async (request, reply) => {
    const asked = askedIn(request, deps)
    const { form } = await reading(deps.db, actorOf(request), (tx) => route.ask(tx, asked))
    const parsed = parseForm(form, request.body, { now: asked.now })
    if (!parsed.ok) return sendPage(reply, await page(request, parsed.typed, parsed.errors), 400)
    try {
      await inSchool(deps.db, actorOf(request), (tx) => route.act(tx, parsed.values, asked))
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault
      return sendPage(reply, await page(request, parsed.typed, [refusalError(form as Form, fault)]), 400)
    }
    return seeOther(reply, route.leadsTo(asked))
  })
}
