import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { receive } from '../../../engine/notices/receipts.js'
import { versionsAt } from '../../../engine/notices/write-versions.js'
import type { NoticeVersionRow } from '../../../engine/notices/schema.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId, PostId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { shortDate } from '../../../web/dates.js'
import { frameOf } from '../../../web/frames.js'
import { sayNext } from '../../../web/keepers.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import { declared, noticesOf } from '../declared.js'
import { myNotices, waitsFor } from '../my-notices.js'
import type { MyNotice } from '../my-notices.js'
import { NoticePage, NoticeSheetPage } from '../pages/notice.js'
import type { ReadText } from '../pages/notice.js'
import { NoticesPage } from '../pages/notices.js'
import { readerCounts } from '../reader-counts.js'
import { noticePrintUrl, noticesUrl, noticeUrl, todayPath } from '../urls.js'

type ForNotice = FastifyRequest<{ Params: { notice: string } }>

/** What I am to read: the list, the text, my word for it, the text on paper. */
export function noticeRoutes(app: FastifyInstance, deps: Deps): void {
  const all = noticesOf(deps.modules)
  app.get(noticesUrl.pattern, needs('signed-in'), (request, reply) => showList(request, reply, deps))
  app.get(noticeUrl.pattern, needs('signed-in'), (request: ForNotice, reply) => showOne(request, reply, deps))
  app.post(noticeUrl.pattern, needs('signed-in'), async (request: ForNotice, reply) => {
    const { notice } = declared(all, request.params.notice) && (await mineOf(deps, request))
    await inSchool(deps.db, actorOf(request), async (tx) => {
      const [mine] = await myNotices(tx, [notice])
      for (const text of mine?.texts ?? [])
        if (mine && waitsFor(text, { ...mine.asking, act: 'acknowledged' }, tx.now))
          await receive(tx, notice, {
            version: text.version,
            persons: [tx.actor.personId as PersonId],
            act: 'acknowledged',
            how: 'page',
          })
    })
    sayNext(reply, { kind: 'done', text: 'Thank you. It is on record that you have read this.' })
    return seeOther(reply, notice.atSignIn ? todayPath : noticesUrl())
  })
  app.get(
    noticePrintUrl.pattern,
    needs('signed-in'),
    async (request: FastifyRequest<{ Params: { notice: string; audience: string } }>, reply) => {
      const notice = declared(all, request.params.notice)
      const version = await reading(deps.db, actorOf(request), async (tx) =>
        (await versionsAt(tx, notice.id)).get(request.params.audience as PostId),
      )
      if (!version) throw new Refusal('not-found', 'There is no such text.')
      const sheet = (
        <NoticeSheetPage
          frame={await frameOf(request)}
          title={notice.title}
          read={[readText(version)]}
          back={noticeUrl({ notice: notice.id })}
        />
      )
      return sendPage(reply, sheet)
    },
  )
}

/** A version as its page shows it. */
export const readText = ({ audience, number, since, text }: NoticeVersionRow): ReadText => ({
  audience,
  version: number,
  since: shortDate(londonDate(since)),
  text,
})

/** When this reader said that they had read it, or saw it. */
function saidOf({ texts, asking, waits }: MyNotice): string | null {
  const last = texts
    .map(({ acknowledged, shown }) => acknowledged ?? (asking.act === 'shown' ? shown : null))
    .find((at) => at !== null)
  if (!last || waits) return null
  const day = shortDate(londonDate(last))
  return asking.act === 'acknowledged'
    ? `You said on ${day} that you have read this.`
    : `You were shown this on ${day}.`
}

async function showList(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const actor = actorOf(request)
  const all = noticesOf(deps.modules)
  const shown = await reading(deps.db, actor, async (tx) => ({
    mine: (await myNotices(tx, all)).map((one) => ({
      id: one.notice.id,
      title: one.notice.title,
      intro: one.notice.intro,
      waits: one.waits,
      said: saidOf(one),
    })),
    kept: await readerCounts(
      tx,
      all.filter(({ see }) => actor.powers.has(see)),
    ),
  }))
  return sendPage(reply, <NoticesPage frame={await frameOf(request)} {...shown} />)
}

async function mineOf(deps: Deps, request: ForNotice): Promise<MyNotice> {
  const notice = declared(noticesOf(deps.modules), request.params.notice)
  const [mine] = await reading(deps.db, actorOf(request), (tx) => myNotices(tx, [notice]))
  if (!mine) throw new Refusal('not-found', 'This notice has no text for you.')
  return mine
}

async function showOne(request: ForNotice, reply: FastifyReply, deps: Deps) {
  const mine = await mineOf(deps, request)
  const { notice, texts, asking, waits } = mine
  await noteShown(deps, request, mine)
  const page = {
    id: notice.id,
    title: notice.title,
    texts: texts.map(({ version }) => readText(version)),
    said: saidOf(mine),
    button: waits && asking.act === 'acknowledged' ? notice.button : null,
  }
  return sendPage(reply, <NoticePage frame={await frameOf(request)} {...page} />)
}

/** Opening a notice is proof that it was shown, once a version: the only thing that this address writes. */
async function noteShown(deps: Deps, request: ForNotice, { notice, texts }: MyNotice): Promise<void> {
  const fresh = texts.filter(({ shown }) => shown === null)
  if (fresh.length === 0) return
  await inSchool(deps.db, actorOf(request), async (tx) => {
    for (const { version } of fresh)
      await receive(tx, notice, { version, persons: [tx.actor.personId as PersonId], act: 'shown', how: 'page' })
  })
}

/** Whether something must be read before anything else: asked on the way to the first page after signing in. */
export async function readFirst(tx: ReadTx, deps: Deps): Promise<string | null> {
  const first = (
    await myNotices(
      tx,
      noticesOf(deps.modules).filter(({ atSignIn }) => atSignIn),
    )
  ).find(({ waits }) => waits)
  return first ? noticeUrl({ notice: first.notice.id }) : null
}
