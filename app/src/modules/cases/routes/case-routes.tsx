import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { defineForm } from '../../../engine/forms/define-form.js'
import { hidden } from '../../../engine/forms/fields/hidden.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { newId } from '../../../kernel/ids.js'
import type { PersonId } from '../../../kernel/ids.js'
import { idPlace, placeFrom, sliceOf } from '../../../kernel/paging.js'
import { Refusal } from '../../../kernel/refusal.js'
import { frameOf } from '../../../web/frames.js'
import { actorOf, needs, sendPage } from '../../../web/who.js'
import { markRead } from '../../communications/index.js'
import { calendarOf, personCards } from '../../people/index.js'
import { activePack } from '../../policy/index.js'
import { stepButton } from '../acts/procedure-acts.js'
import { rightNow } from '../acts/right-now.js'
import { stepFields } from '../acts/step-form.js'
import { noteView } from '../commands/note-view.js'
import { promisesKept, riskWords } from '../pack-names.js'
import { CasePage } from '../pages/case.js'
import type { CasePageProps } from '../pages/case.js'
import { ListPage } from '../pages/list.js'
import { PrintPage } from '../pages/print.js'
import { ReferralPage } from '../pages/referral.js'
import { caseCounts, caseList, listViews } from '../queries/case-list.js'
import type { CaseLine, ListView } from '../queries/case-list.js'
import { caseOf } from '../queries/case-of.js'
import { caseView } from '../queries/case-view.js'
import type { CaseView } from '../queries/case-view.js'
import { chronologyParts, wholeRecord } from '../queries/chronology-of.js'
import type { RecordAsked } from '../queries/chronology-of.js'
import { casePrintUrl, caseUrl, casesUrl, referralPrintUrl } from '../urls.js'

const pageSize = 25
const keptHere = ['case-record', 'procedure-runner', 'parents-informed', 'agency-referrals', 'need-to-know']

type CaseRequest = FastifyRequest<{ Params: { case: string } }>

/** The list of cases, one case, and what is printed of it. */
export function caseRoutes(app: FastifyInstance, deps: Deps): void {
  app.get(casesUrl.pattern, needs('cases.read'), (request, reply) => showList(request, reply, deps))
  app.get(caseUrl.pattern, needs('cases.read'), (request: CaseRequest, reply) => showCase(request, reply, deps))
  app.get(casePrintUrl.pattern, needs('cases.read'), (request: CaseRequest, reply) => showPrint(request, reply, deps))
  app.get(
    referralPrintUrl.pattern,
    needs('cases.read'),
    async (request: FastifyRequest<{ Params: { case: string; contact: string } }>, reply) => {
      const view = await looked(deps, request, 'case.printed')
      const contact = view.agencies.find(({ id }) => id === request.params.contact)
      if (!contact) throw new Refusal('not-found', 'This case has no such referral.')
      return sendPage(reply, <ReferralPage frame={await frameOf(request)} view={view} contact={contact} />)
    },
  )
}

const oneOf = <One extends string>(known: readonly One[], text: unknown): One | null =>
  known.find((one) => one === text) ?? null

async function showList(request: FastifyRequest, reply: FastifyReply, { db }: Deps): Promise<FastifyReply> {
  const query = request.query as { readonly view?: string }
  const place = idPlace(placeFrom(request.query))
  const asked: ListView = oneOf(listViews, query.view) ?? 'mine'
  const props = await reading(db, actorOf(request), async (tx) => {
    const { pack } = await activePack(tx)
    const slice = sliceOf(await caseList(tx, asked, place, pageSize), place, pageSize, ({ id }: CaseLine) => id)
    const cards = await personCards(
      tx,
      slice.rows.map(({ lead }) => lead),
    )
    const rows = slice.rows.map((line) => ({
      ...line,
      leadName: cards.get(line.lead)?.name ?? 'somebody you may not see',
      riskWords: riskWords(pack, line),
    }))
    const more = { counts: await caseCounts(tx), now: tx.now, calendar: await calendarOf(tx) }
    return { slice: { ...slice, rows }, keeps: promisesKept(pack, ['case-record']), view: asked, ...more }
  })
  return sendPage(reply, <ListPage frame={await frameOf(request)} {...props} />)
}

/** Gathers a case and notes the look at it, in one transaction: no look without its line in the journal. */
const looked = (
  { db }: Deps,
  request: CaseRequest,
  act: 'case.viewed' | 'case.printed',
  asked: RecordAsked = wholeRecord,
): Promise<CaseView> =>
  inSchool(db, actorOf(request), async (tx) => {
    const row = await caseOf(tx, request.params.case)
    await noteView(tx, row, act)
    await markRead(tx, row.id)
    return caseView(tx, row, asked)
  })

async function showCase(request: CaseRequest, reply: FastifyReply, deps: Deps): Promise<FastifyReply> {
  const only = oneOf(chronologyParts, (request.query as { readonly only?: string }).only)
  const place = idPlace(placeFrom(request.query))
  const view = await looked(deps, request, 'case.viewed', { only, place, size: pageSize })
  const { powers } = actorOf(request)
  const may = { record: powers.has('cases.record'), lead: powers.has('cases.lead'), close: powers.has('cases.close') }
  const props = { view, may, only, step: may.record ? stepOf(view) : null, keeps: promisesKept(view.pack, keptHere) }
  return sendPage(reply, <CasePage frame={await frameOf(request)} {...props} />)
}

/** The form of the step in hand, where the actor may enter it. */
function stepOf({ path, children, now }: CaseView): CasePageProps['step'] {
  if (!path?.now || !path.mayEnter) return null
  return {
    form: defineForm({ key: hidden({ shape: /^[0-9a-f-]{36}$/ }), ...stepFields(path.now, children) }),
    context: { now },
    typed: { key: newId(), ...rightNow('toldAt', now) },
    button: stepButton(path.now),
  }
}

async function showPrint(request: CaseRequest, reply: FastifyReply, deps: Deps): Promise<FastifyReply> {
  const view = await looked(deps, request, 'case.printed')
  const own = actorOf(request).personId as PersonId
  const name = await reading(deps.db, actorOf(request), async (tx) => (await personCards(tx, [own])).get(own)?.name)
  return sendPage(reply, <PrintPage frame={await frameOf(request)} view={view} by={name ?? 'somebody signed in'} />)
}
