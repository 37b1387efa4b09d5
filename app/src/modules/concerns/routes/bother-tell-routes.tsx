import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'preact'
import type { Deps } from '../../../engine/deps.js'
import { publicIn } from '../../../kernel/actor.js'
import { newId } from '../../../kernel/ids.js'
import type { PostId } from '../../../kernel/ids.js'
import { sendPage, seeOther } from '../../../web/who.js'
import { reportConcern } from '../commands/report-concern.js'
import { newDraft, readDraft } from '../pages/bother/bother-draft.js'
import type { BotherDraft, Offered, TellStep } from '../pages/bother/bother-draft.js'
import type { BotherFrame, BotherProblem } from '../pages/bother/bother-frame.js'
import { Busy } from '../pages/bother/busy.js'
import { TellCheck } from '../pages/bother/tell-check.js'
import { readPress, tellMove } from '../pages/bother/tell-course.js'
import type { TellProps } from '../pages/bother/tell-form.js'
import { TellNameBoxes } from '../pages/bother/tell-name-boxes.js'
import { TellName } from '../pages/bother/tell-name.js'
import { TellWhat } from '../pages/bother/tell-what.js'
import { TellWho } from '../pages/bother/tell-who.js'
import { TellWish } from '../pages/bother/tell-wish.js'
import { sayFrom } from '../pages/bother/words.js'
import { planRoute } from '../plan-route.js'
import { receiptHash } from '../receipt.js'
import type { Receipt } from '../receipt.js'
import { receiptFor } from '../receipt-for.js'
import { anybody, botherPath } from './bother-routes.js'
import type { AtSchool } from './bother-routes.js'
import { botherFrameFor } from './bother-frame-for.js'
import { botherSent } from './bother-sent.js'
import type { Doors } from './doors.js'
import { isFreshlySent } from './freshly-sent.js'
import { postedFields } from './posted-fields.js'
import { publicSchool } from '../../policy/index.js'
import type { PublicSchool } from '../../policy/index.js'
import { readerForChildren } from './reader-for-children.js'

const anyStaff = 'any-staff' as PostId

/** A child tells: a few plain pages, kept nowhere until they are sent. */
export function botherTellRoutes(app: FastifyInstance, deps: Deps, doors: Doors): void {
  app.get<AtSchool>(botherPath('tell'), anybody, async (request, reply) => {
    const telling = await tellingAt(request, deps)
    return sendPage(reply, await screen(telling, { step: 'what', draft: newDraft(newId()) }))
  })
  app.post<AtSchool>(botherPath('tell'), anybody, (request, reply) => take(request, reply, deps, doors))
}

interface Telling {
  readonly deps: Deps
  readonly here: PublicSchool
  readonly bother: BotherFrame
  readonly offered: Offered
}

async function tellingAt(request: FastifyRequest<AtSchool>, deps: Deps): Promise<Telling> {
  const here = await publicSchool(deps, request.params.school)
  const { bothers, wishes } = here.pack.reporting
  return { deps, here, bother: await botherFrameFor(request, here), offered: { bothers, wishes } }
}

async function take(request: FastifyRequest<AtSchool>, reply: FastifyReply, deps: Deps, doors: Doors) {
  const telling = await tellingAt(request, deps)
  const body = (request.body ?? {}) as Readonly<Record<string, unknown>>
  const draft = readDraft(body, telling.offered)
  const press = readPress(body)
  const move = tellMove(draft, press, sayFrom(telling.bother.words))
  if (move.kind === 'show')
    return sendPage(reply, await screen(telling, { ...move, draft, after: press.after }), move.problem ? 400 : 200)
  const turn = await doors.gate.take(request.ip, () => send(telling, draft))
  if (turn.kind === 'busy') return sendPage(reply, busy(telling, body), 503)
  if (!turn.result) return seeOther(reply, telling.bother.urls.return)
  const { receipt, by } = turn.result
  return sendPage(reply, botherSent(telling, receipt, by))
}

/** Half a minute at most, spread so that a crowd does not come back at once. */
const busy = ({ bother }: Telling, body: Readonly<Record<string, unknown>>): JSX.Element => (
  <Busy
    bother={bother}
    action={bother.urls.tell}
    fields={postedFields({ ...body, go: 'send' })}
    afterSeconds={5 + Math.floor(Math.random() * 20)}
  />
)

interface SentBother {
  readonly receipt: Receipt
  readonly by: string | null
}

/** Takes a bother in. Null when this very form was taken in longer ago: its words are not for whoever presses Back. */
async function send({ deps, here }: Telling, draft: BotherDraft): Promise<SentBother | null> {
  const { school_id } = here.school
  const once = /^[\w-]{36}$/.test(draft.once) ? draft.once : newId()
  const receipt = receiptFor(deps.keys.receipt, school_id, once)
  const hash = (held: Receipt['words'] | string) => receiptHash(deps.keys.receipt, school_id, held)
  const { concern, by } = await reportConcern(deps.db, here.visitor, {
    key: once,
    channel: 'child',
    words: wordsOf(draft, here),
    danger: 'not-known',
    people: [],
    aboutPosts: draft.adult ? [anyStaff] : [],
    reporterName: null,
    reporterContact: null,
    told_by: null,
    happened: null,
    known_at: null,
    platform: null,
    device: null,
    place: null,
    address: null,
    done_already: null,
    conversation: {
      wordsHash: hash(receipt.words),
      secretHash: hash(receipt.secret),
      wish: draft.wish,
      forWhom: draft.about,
      picked: draft.bothers,
      childName: draft.name || null,
      childClass: draft.className || null,
    },
  })
  return isFreshlySent(concern, deps.db.clock.now()) ? { receipt, by } : null
}

/** The child's own words; the pictures they tapped stand in for words, in the words beside those pictures. */
function wordsOf({ told, bothers }: BotherDraft, { pack }: PublicSchool): string {
  const picked = pack.reporting.bothers.filter(({ id }) => bothers.includes(id)).map(({ child }) => child)
  return [...picked, told].filter((part) => part !== '').join('\n')
}

interface Screen {
  readonly step: TellStep
  readonly draft: BotherDraft
  readonly after?: 'check' | null
  readonly problem?: BotherProblem | undefined
}

async function screen(telling: Telling, { step, draft, after = null, problem }: Screen): Promise<JSX.Element> {
  const { here, bother, offered } = telling
  const [reader, otherReader] = [await readerOf(telling, false), await readerOf(telling, true)]
  const secrecy = here.pack.reporting.secrecy.child
  const props: TellProps = {
    bother,
    draft,
    after,
    ...(problem && { problem }),
    secrecy,
    reader: draft.adult ? otherReader : reader,
  }
  const pages: Readonly<Record<TellStep, () => JSX.Element>> = {
    what: () => <TellWhat {...props} choices={offered.bothers} />,
    who: () => <TellWho {...props} {...(otherReader === reader ? {} : { otherReader })} />,
    name: () => <TellName {...props} />,
    'name-boxes': () => <TellNameBoxes {...props} />,
    wish: () => <TellWish {...props} wishes={offered.wishes} />,
    check: () => <TellCheck {...props} offered={offered} />,
  }
  return pages[step]()
}

/** Who would read it now, as children know them. */
async function readerOf({ deps, here }: Telling, adult: boolean): Promise<string> {
  const about = { persons: [], posts: adult ? [anyStaff] : [] }
  const { post } = await planRoute(deps.db, publicIn(here.school.school_id), about, { channel: 'child', urgent: false })
  return readerForChildren(here.pack, post)
}
