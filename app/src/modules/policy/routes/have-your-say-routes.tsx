import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { parseForm } from '../../../engine/forms/parse-form.js'
import { workerIn } from '../../../kernel/actor.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { needs, seeOther, sendPage } from '../../../web/who.js'
import type { AdoptionTables, PolicyConsultationRow } from '../adoption-schema.js'
import { addComment } from '../commands/consult.js'
import { sayForm } from '../draft/forms.js'
import { HaveYourSayPage } from '../pages/have-your-say.js'
import type { HaveYourSayPageProps } from '../pages/have-your-say.js'
import { publicFrame, publicSchool } from '../public-school.js'
import type { PublicSchool } from '../public-school.js'
import { consultationsOn } from '../queries/comments.js'
import { openDraft } from '../queries/drafts.js'
import { haveYourSayUrl } from '../urls.js'

type AtSchool = FastifyRequest<{ Params: { school: string }; Querystring: { sent?: unknown } }>

const parents = 'any-parent' as PostId

/** As many answers without an account as somebody can read about one version; a flood ends here and not in the disk. */
const mostAnswers = 2000

/** Where parents answer what the school asks about its next version. Always open; it shows nothing unless they are asked. */
export function haveYourSayRoutes(app: FastifyInstance, deps: Deps): void {
  app.get(haveYourSayUrl.pattern, needs('public'), async (request: AtSchool, reply) => {
    const here = await publicSchool(deps, request.params.school)
    return show(request, reply, { here, deps, asked: await askedOf(deps, here), sent: request.query.sent === '1' })
  })
  app.post(haveYourSayUrl.pattern, needs('public'), async (request: AtSchool, reply) => {
    const here = await publicSchool(deps, request.params.school)
    const asked = await askedOf(deps, here)
    if (!asked) return show(request, reply, { here, deps, asked, sent: false })
    const parsed = parseForm(sayForm, request.body, { now: deps.db.clock.now() })
    if (!parsed.ok) return show(request, reply, { here, deps, asked, sent: false, ...parsed })
    const { words, saidBy } = parsed.values
    const comment = { draft: asked.draft_id, audience: parents, words, clause: null, saidBy, own: true }
    await inSchool(deps.db, here.visitor, (tx) => addComment(tx, comment))
    return seeOther(reply, haveYourSayUrl({ school: here.school.slug }, { sent: '1' }))
  })
}

/** What parents are asked today; null when nothing is asked. Asked as the worker: a visitor may not read a draft. */
const askedOf = ({ db }: Deps, { school }: PublicSchool): Promise<PolicyConsultationRow | null> =>
  reading(db, workerIn(school.school_id), async (tx) => {
    const draft = await openDraft(tx)
    if (!draft) return null
    const today = londonDate(tx.now).toString()
    const open = (await consultationsOn(tx, draft.id)).find(
      ({ audience, closes_on }) => audience === parents && closes_on.toString() >= today,
    )
    if (open && (await answersOn(tx, draft.id)) >= mostAnswers)
      throw new Refusal(
        'conflict',
        'So many answers have come that none can be taken here. Hand yours in at the school.',
      )
    return open ?? null
  })

async function answersOn(tx: ReadTx, draft: string): Promise<number> {
  const { count } = await tables<AdoptionTables>(tx)
    .selectFrom('policy_comment')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('draft_id', '=', draft)
    .where('audience', '=', parents)
    .executeTakeFirstOrThrow()
  return Number(count)
}

type Shown = Pick<HaveYourSayPageProps, 'asked' | 'sent' | 'typed' | 'errors'> & {
  readonly here: PublicSchool
  readonly deps: Deps
}

async function show(request: FastifyRequest, reply: FastifyReply, { here, deps, asked, sent, typed, errors }: Shown) {
  const { name, slug } = here.school
  const page = {
    frame: await publicFrame(request, here),
    school: name,
    action: haveYourSayUrl({ school: slug }),
    context: { now: deps.db.clock.now() },
    asked,
    sent,
    ...(typed && { typed }),
    ...(errors && { errors }),
  }
  return sendPage(reply, <HaveYourSayPage {...page} />, errors && errors.length > 0 ? 400 : 200)
}
