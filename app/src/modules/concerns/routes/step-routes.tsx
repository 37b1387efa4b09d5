import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import type { Form } from '../../../engine/forms/define-form.js'
import type { FormContext, PersonChoice } from '../../../engine/forms/field.js'
import { parseForm } from '../../../engine/forms/parse-form.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { Refusal } from '../../../kernel/refusal.js'
import { frameOf } from '../../../web/frames.js'
import type { Typed } from '../../../web/kept-fields.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import { findPeople } from '../../people/index.js'
import { activePack } from '../../policy/index.js'
import { stepForms } from '../forms/report-from-draft.js'
import { WhatPage } from '../pages/report/what.js'
import { WhoPage } from '../pages/report/who.js'
import { draftOf } from '../queries/draft-of.js'
import { keepDraftUrl, reportStepUrl } from '../urls.js'
import { autosaveFor, choiceOf, contextFor, draftIn } from './context.js'
import { keepBoxes, pickedInTyped } from './draft-boxes.js'

/** The screens that are kept under a draft's address, each with its page and where it leads. */
const screens = {
  what: { Page: WhatPage, next: 'who' },
  who: { Page: WhoPage, next: 'check' },
} as const
type Screen = keyof typeof screens

const mayReport = needs('concerns.report')

/** What happened, and who and where: shown from the draft, kept with every step and by the autosave in between. */
export function stepRoutes(app: FastifyInstance, deps: Deps): void {
  for (const step of Object.keys(screens) as Screen[]) {
    const path = reportStepUrl.pattern.replace(':step', step)
    app.get<{ Params: { draft: string }; Querystring: { look?: string } }>(path, mayReport, (request, reply) =>
      show(request, reply, deps, {
        draft: draftIn(request.params.draft),
        step,
        missing: request.query.look === 'missing',
      }),
    )
    app.post<{ Params: { draft: string } }>(path, mayReport, (request, reply) =>
      take(request, reply, deps, { draft: draftIn(request.params.draft), step }),
    )
    app.post<{ Params: { draft: string } }>(
      keepDraftUrl.pattern.replace(':step', step),
      mayReport,
      async (request, reply) => {
        const draft = draftIn(request.params.draft)
        await inSchool(deps.db, actorOf(request), async (tx) => {
          await keepBoxes(tx, draft, { pack: (await activePack(tx)).pack, step }, request.body)
        })
        return reply.code(204).send()
      },
    )
  }
}

interface Where {
  readonly draft: string
  readonly step: Screen
  /** Show what is missing, because sending was refused for it. */
  readonly missing?: boolean
}

async function show(request: FastifyRequest, reply: FastifyReply, deps: Deps, where: Where) {
  const { draft, step, missing } = where
  const read = await reading(deps.db, actorOf(request), async (tx) => {
    const row = await draftOf(tx, draft)
    if (!row) throw new Refusal('not-found', 'That report was sent or thrown away. Begin a new one.')
    const typed = row.typed as Typed
    return { typed, pack: (await activePack(tx)).pack, context: await contextFor(tx, pickedInTyped(typed)) }
  })
  const parsed = missing ? parseForm(formOf(step, read.pack), read.typed, read.context) : null
  const errors = parsed && !parsed.ok ? parsed.errors : []
  return answer(request, reply, deps, { ...where, ...read, errors })
}

async function take(request: FastifyRequest, reply: FastifyReply, deps: Deps, where: Where) {
  const { draft, step } = where
  const taken = await inSchool(deps.db, actorOf(request), async (tx) => {
    const { pack } = await activePack(tx)
    const typed = await keepBoxes(tx, draft, { pack, step }, request.body)
    const context = await contextFor(tx, pickedInTyped(typed))
    const parsed = parseForm(formOf(step, pack), request.body, context)
    const search = parsed.ok ? undefined : parsed.search
    return { pack, typed, context, parsed, found: search ? await foundBy(tx, search) : undefined }
  })
  if (taken.parsed.ok) return seeOther(reply, reportStepUrl({ draft, step: screens[step].next }))
  const { pack, context, found, parsed } = taken
  const people = new Map([
    ...(context.people ?? []),
    ...Object.values(found ?? {})
      .flat()
      .map(keyed),
  ])
  return answer(request, reply, deps, {
    ...where,
    pack,
    found,
    errors: parsed.errors,
    typed: {
      ...taken.typed,
      ...parsed.typed,
    },
    context: {
      ...context,
      people,
    },
  })
}

const keyed = (person: PersonChoice) => [person.id, person] as const
const formOf = (step: Screen, pack: Pack): Form => stepForms[step](pack) as unknown as Form

async function foundBy(tx: ReadTx, { field, words }: { readonly field: string; readonly words: string }) {
  const cards = await findPeople(tx, { text: words })
  return { [field]: cards.map(choiceOf) }
}

interface Shown {
  readonly pack: Pack
  readonly typed: Typed
  readonly context: FormContext
  readonly errors: Parameters<typeof WhatPage>[0]['errors']
  readonly found?: Readonly<Record<string, readonly PersonChoice[]>>
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  { keys }: Deps,
  { draft, step, ...shown }: Shown & Where,
): Promise<FastifyReply> {
  const { Page } = screens[step]
  const frame = await frameOf(request)
  const person = actorOf(request).personId ?? ''
  const autosave = autosaveFor(keys, { person, draft, part: step, url: keepDraftUrl({ draft, step }) })
  const page = <Page frame={frame} draft={draft} autosave={autosave} {...shown} />
  return sendPage(reply, page, shown.errors.length > 0 ? 400 : 200)
}
