import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { publicIn } from '../../../kernel/actor.js'
import type { Frame } from '../../../web/layout/frame.js'
import { sendPage } from '../../../web/who.js'
import { writeAgain } from '../commands/write-again.js'
import { normaliseWords } from '../normalise-words.js'
import { longestTold } from '../pages/bother/bother-draft.js'
import { shownWords, typedWords } from '../pages/bother/return-words.js'
import { botherWords, sayFrom } from '../pages/bother/words.js'
import { ComeBackPage } from '../pages/public/come-back.js'
import { PublicTalkPage } from '../pages/public/talk.js'
import { openPass, passFor } from '../talk-pass.js'
import { publicReportUrl, publicReturnUrl } from '../urls.js'
import { anybody } from './bother-routes.js'
import type { AtSchool } from './bother-routes.js'
import { passFields } from './bother-sent.js'
import type { Doors } from './doors.js'
import { publicFrame, publicSchool } from '../../policy/index.js'
import type { PublicSchool } from '../../policy/index.js'
import { dueOf, stateOf } from './talk-for-children.js'
import { waitingPage } from './waiting-page.js'

const say = sayFrom(botherWords)
const noWords = [{ typed: '' }, { typed: '' }, { typed: '' }] as const

/** A reporter without an account comes back with three words: the same door as the children's, in grown-up words. */
export function publicReturnRoutes(app: FastifyInstance, deps: Deps, doors: Doors): void {
  app.get<AtSchool>(publicReturnUrl.pattern, anybody, async (request, reply) =>
    askWords(await visitAt(request, reply, deps, doors), noWords, 200),
  )
  app.post<AtSchool>(publicReturnUrl.pattern, anybody, async (request, reply) => {
    const visit = await visitAt(request, reply, deps, doors)
    return typeof visit.body.pass === 'string' ? withPass(visit, visit.body.pass) : withWords(visit)
  })
}

interface Visit {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly deps: Deps
  readonly doors: Doors
  readonly here: PublicSchool
  readonly frame: Frame
  readonly action: string
  readonly body: Readonly<Record<string, unknown>>
}

async function visitAt(
  request: FastifyRequest<AtSchool>,
  reply: FastifyReply,
  deps: Deps,
  doors: Doors,
): Promise<Visit> {
  const here = await publicSchool(deps, request.params.school)
  const action = publicReturnUrl({ school: here.school.slug })
  const body = (request.body ?? {}) as Visit['body']
  return { request, reply, deps, doors, here, frame: await publicFrame(request, here), action, body }
}

type Shown = Parameters<typeof ComeBackPage>[0]['words']

function askWords({ reply, frame, action, here }: Visit, words: Shown, status: number, problem?: string) {
  const tellUrl = publicReportUrl({ school: here.school.slug })
  return sendPage(reply, <ComeBackPage {...{ frame, words, action, tellUrl }} {...(problem && { problem })} />, status)
}

async function withWords(visit: Visit): Promise<FastifyReply> {
  const { doors, here, request, reply, frame, action, body } = visit
  const typed = typedWords(body)
  const read = normaliseWords(typed)
  const shown = shownWords(typed, read, say)
  if (!read.words) return askWords(visit, shown, 400)
  const turn = await doors.tryWords(here.school.school_id, read.words, request.ip)
  if (turn.kind === 'busy') return sendPage(reply, waitingPage(frame, action, body), 503)
  return turn.result ? showTalk(visit, turn.result, {}) : askWords(visit, shown, 404, say('return.not-found'))
}

async function withPass(visit: Visit, pass: string): Promise<FastifyReply> {
  const { deps, here, body } = visit
  const { school_id } = here.school
  const hash = openPass(deps.keys.vault, school_id, pass, deps.db.clock.now())
  if (!hash) return askWords(visit, noWords, 400, say('return.again'))
  const more = typeof body.more === 'string' ? body.more.trim() : ''
  if (more === '') return showTalk(visit, hash, { problem: 'Write something in the box first' })
  if (more.length > longestTold)
    return showTalk(visit, hash, { typed: more, problem: `Shorten this to ${longestTold} characters` })
  const once = typeof body.once === 'string' ? body.once.slice(0, 64) : more
  await writeAgain(deps.db, publicIn(school_id, hash), { key: `again ${hash} ${once}`, words: more })
  return showTalk(visit, hash, { justSent: true })
}

interface Standing {
  readonly problem?: string
  readonly typed?: string
  readonly justSent?: boolean
}

async function showTalk(visit: Visit, hash: string, { problem, typed, justSent = false }: Standing) {
  const { deps, doors, here, frame, reply, action } = visit
  const { school_id } = here.school
  const talk = await doors.open(school_id, hash)
  if (!talk) return askWords(visit, noWords, 404)
  const now = deps.db.clock.now()
  const page = (
    <PublicTalkPage
      {...{ frame, turns: talk.turns, now, justSent, action, problem, typed }}
      state={stateOf(talk, now, justSent)}
      due={dueOf(talk, here, now)}
      pass={passFields(passFor(deps.keys.vault, school_id, hash, now))}
    />
  )
  return sendPage(reply, page, problem ? 400 : 200)
}
