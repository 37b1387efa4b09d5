import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Temporal } from 'temporal-polyfill'
import type { Deps } from '../../../engine/deps.js'
import { askingIn } from '../../../engine/notices/asking.js'
import type { Notice } from '../../../engine/notices/notice.js'
import { receive } from '../../../engine/notices/receipts.js'
import type { NoticeHow } from '../../../engine/notices/schema.js'
import { readersOf } from '../../../engine/notices/who-has-not.js'
import { titleOfPost } from '../../../engine/packs/lookup.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import { record } from '../../../kernel/journal/record.js'
import { shortDate } from '../../../web/dates.js'
import { frameOf } from '../../../web/frames.js'
import { sayNext } from '../../../web/keepers.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import { personCards, writeCsv } from '../../people/index.js'
import { activePack, schoolAround } from '../../policy/index.js'
import { noticesOf } from '../declared.js'
import { choiceOf } from '../form-context.js'
import { ReadersPage } from '../pages/readers.js'
import type { ReaderLine } from '../pages/readers.js'
import { noticeReadersCsvUrl, noticeReadersUrl, noticeShownUrl } from '../urls.js'

const patternFor = (pattern: string, { id }: Notice): string => pattern.replace(':notice', id)

/** Who has read a notice, for those who see to it: on screen, as a file, and recorded for others. */
export function readerRoutes(app: FastifyInstance, deps: Deps): void {
  for (const notice of noticesOf(deps.modules)) {
    const see = needs(notice.see)
    app.get(patternFor(noticeReadersUrl.pattern, notice), see, (request, reply) =>
      show(request, reply, { deps, notice }),
    )
    app.get(patternFor(noticeReadersCsvUrl.pattern, notice), see, async (request, reply) => {
      const { missing, done } = await inSchool(deps.db, actorOf(request), (tx) => takenAway(tx, notice, request))
      const rows = [...missing, ...done].map(({ name, about, done: when, due }) => [name, about, when, due])
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${notice.id}.csv"`)
        .send(writeCsv([['Name', 'Class or work', 'Done', 'Due'], ...rows]))
    })
    app.post(patternFor(noticeShownUrl.pattern, notice), see, (request, reply) =>
      recordShown(request, reply, { deps, notice }),
    )
  }
}

interface About {
  readonly deps: Deps
  readonly notice: Notice
}

/** The same as on screen. Taking it away is written down. */
async function takenAway(tx: Tx, notice: Notice, request: FastifyRequest) {
  const found = await readersFor(tx, notice, request)
  const { pack } = await activePack(tx)
  const posts = pack.posts.filter(({ powers }) => powers.includes(notice.see)).map(({ id }) => id)
  await record(tx, {
    act: 'readers.exported',
    about: { table: 'school', id: tx.actor.schoolId },
    sight: { posts, persons: [], never: [] },
    details: { notice: notice.id, people: found.missing.length + found.done.length, on: londonDate(tx.now) },
  })
  return found
}

/** The readers of one audience of a notice, with their names. */
async function readersFor(tx: ReadTx, notice: Notice, request: FastifyRequest) {
  const { pack } = await activePack(tx)
  const asking = askingIn(notice, pack)
  const readers = await readersOf(tx, schoolAround, notice, asking)
  const { audience: wanted } = (request.query ?? {}) as { readonly audience?: unknown }
  const known = asking.audiences.filter((audience) => readers.some((reader) => reader.audience === audience))
  const audience = known.find((one) => one === wanted) ?? known[0] ?? ('' as PostId)
  const here = readers.filter((reader) => reader.audience === audience)
  const cards = await personCards(
    tx,
    here.map(({ person }) => person),
  )
  const lines = here.flatMap(({ person, done, due }): readonly ReaderLine[] => {
    const card = cards.get(person)
    if (!card) return []
    const { name, about } = choiceOf(card)
    const late = Temporal.Instant.compare(due, tx.now) < 0
    return [{ person, name, about, done: done && shortDate(londonDate(done)), due: shortDate(londonDate(due)), late }]
  })
  const sorted = lines.toSorted((a, b) => a.name.localeCompare(b.name))
  return {
    audience,
    audiences: known.map((id) => ({
      id,
      title: titleOfPost(pack, id),
      missing: readers.filter((reader) => reader.audience === id && reader.done === null).length,
    })),
    missing: sorted.filter(({ done }) => done === null),
    done: sorted.filter(({ done }) => done !== null),
    word: asking.act === 'shown' ? 'been shown it' : 'acknowledged it',
    readers: here,
  }
}

async function show(request: FastifyRequest, reply: FastifyReply, { deps, notice }: About) {
  const { readers: _, ...shown } = await reading(deps.db, actorOf(request), (tx) => readersFor(tx, notice, request))
  return sendPage(reply, <ReadersPage frame={await frameOf(request)} id={notice.id} title={notice.title} {...shown} />)
}

const hows: readonly string[] = ['class', 'meeting', 'letter', 'paper']

async function recordShown(request: FastifyRequest, reply: FastifyReply, { deps, notice }: About) {
  const { person, how, audience } = (request.body ?? {}) as Readonly<Record<string, unknown>>
  const ticked = new Set([person].flat())
  const url = noticeReadersUrl({ notice: notice.id }, { audience: typeof audience === 'string' ? audience : undefined })
  const count = await inSchool(deps.db, actorOf(request), async (tx) => {
    const asked = { ...request, query: { audience } } as FastifyRequest
    const { readers, word } = await readersFor(tx, notice, asked)
    const chosen = readers.filter((reader) => reader.done === null && ticked.has(reader.person))
    const [first] = chosen
    if (!first) return 0
    // Only a signature on paper is somebody's own word; a meeting or a letter shows, no more.
    const act = how === 'paper' && word === 'acknowledged it' ? 'acknowledged' : 'shown'
    await receive(tx, notice, {
      version: first.version,
      persons: chosen.map((reader) => reader.person),
      act,
      how: (typeof how === 'string' && hows.includes(how) ? how : 'meeting') as NoticeHow,
    })
    return chosen.length
  })
  sayNext(
    reply,
    count === 0 ? { kind: 'note', text: 'Nobody was ticked.' } : { kind: 'done', text: `Recorded for ${count}.` },
  )
  return seeOther(reply, url)
}
