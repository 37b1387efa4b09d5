import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { publicIn } from '../../../kernel/actor.js'
import { sendPage } from '../../../web/who.js'
import { writeAgain } from '../commands/write-again.js'
import { normaliseWords } from '../normalise-words.js'
import { Answers } from '../pages/bother/answers.js'
import type { BotherProblem } from '../pages/bother/bother-frame.js'
import { longestTold } from '../pages/bother/bother-draft.js'
import { Busy } from '../pages/bother/busy.js'
import { shownWords, typedWords } from '../pages/bother/return-words.js'
import { Return } from '../pages/bother/return.js'
import { sayFrom } from '../pages/bother/words.js'
import { isSlipSecret } from '../receipt.js'
import { openPass, passFor } from '../talk-pass.js'
import { anybody, botherPath } from './bother-routes.js'
import type { AtSchool } from './bother-routes.js'
import { botherFrameFor } from './bother-frame-for.js'
import { answerDay, passFields } from './bother-sent.js'
import type { Doors } from './doors.js'
import { postedFields } from './posted-fields.js'
import { publicSchool } from '../../policy/index.js'
import type { PublicSchool } from '../../policy/index.js'
import { dueOf, messagesOf, stateOf } from './talk-for-children.js'

type Body = Readonly<Record<string, unknown>>

const noWords = [{ typed: '' }, { typed: '' }, { typed: '' }] as const

/** A child comes back with three words, or a slip; reads, and writes again. Wrong words are slowed, never locked out. */
export function botherReturnRoutes(app: FastifyInstance, deps: Deps, doors: Doors): void {
  app.get<AtSchool>(botherPath('return'), anybody, async (request, reply) => {
    const back = await comingBack(request, reply, deps, doors)
    return sendPage(reply, <Return bother={back.bother} words={noWords} />)
  })
  app.post<AtSchool>(botherPath('return'), anybody, async (request, reply) => {
    const back = await comingBack(request, reply, deps, doors)
    const { body } = back
    if (typeof body.pass === 'string') return withPass(back, body.pass)
    const slip = typeof body.slip === 'string' ? body.slip : ''
    return isSlipSecret(slip) ? withHash(back, await doors.trySlip(back.here.school.school_id, slip)) : withWords(back)
  })
}

interface ComingBack {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly deps: Deps
  readonly doors: Doors
  readonly here: PublicSchool
  readonly bother: Awaited<ReturnType<typeof botherFrameFor>>
  readonly body: Body
}

async function comingBack(
  request: FastifyRequest<AtSchool>,
  reply: FastifyReply,
  deps: Deps,
  doors: Doors,
): Promise<ComingBack> {
  const here = await publicSchool(deps, request.params.school)
  const bother = await botherFrameFor(request, here)
  return { request, reply, deps, doors, here, bother, body: (request.body ?? {}) as Body }
}

async function withWords(back: ComingBack): Promise<FastifyReply> {
  const { request, reply, doors, here, bother, body } = back
  const say = sayFrom(bother.words)
  const typed = typedWords(body)
  const read = normaliseWords(typed)
  if (!read.words) return sendPage(reply, <Return bother={bother} words={shownWords(typed, read, say)} />, 400)
  const turn = await doors.tryWords(here.school.school_id, read.words, request.ip)
  if (turn.kind === 'busy') {
    const fields = postedFields(body)
    return sendPage(reply, <Busy bother={bother} action={bother.urls.return} fields={fields} afterSeconds={20} />, 503)
  }
  return withHash(back, turn.result)
}

/** Opens the talk, or says that nothing was opened, beside the words as they were read. */
async function withHash(back: ComingBack, hash: string | null): Promise<FastifyReply> {
  const { reply, bother, body } = back
  const say = sayFrom(bother.words)
  if (hash) return showTalk(back, hash, {})
  const typed = typedWords(body)
  const words = shownWords(typed, normaliseWords(typed), say)
  return sendPage(reply, <Return bother={bother} words={words} problem={say('return.not-found')} />, 404)
}

async function withPass(back: ComingBack, pass: string): Promise<FastifyReply> {
  const { deps, here, bother, body, reply } = back
  const { school_id } = here.school
  const hash = openPass(deps.keys.vault, school_id, pass, deps.db.clock.now())
  if (!hash)
    return sendPage(
      reply,
      <Return bother={bother} words={noWords} problem={sayFrom(bother.words)('return.again')} />,
      400,
    )
  if (body.go !== 'write') return showTalk(back, hash, {})
  const more = typeof body.more === 'string' ? body.more.trim() : ''
  const problem = problemWith(more, bother)
  if (problem) return showTalk(back, hash, { problem, typed: more })
  const key = typeof body.once === 'string' ? `again ${hash} ${body.once.slice(0, 64)}` : `again ${hash} ${more}`
  await writeAgain(deps.db, publicIn(school_id, hash), { key, words: more })
  return showTalk(back, hash, { justSent: true })
}

function problemWith(more: string, { words }: ComingBack['bother']): BotherProblem | undefined {
  const say = sayFrom(words)
  if (more === '') return { field: 'more', sentence: say('answers.empty') }
  return more.length > longestTold ? { field: 'more', sentence: say('what.long') } : undefined
}

interface Telling {
  readonly problem?: BotherProblem
  readonly typed?: string
  readonly justSent?: boolean
}

async function showTalk(back: ComingBack, hash: string, { problem, typed, justSent }: Telling): Promise<FastifyReply> {
  const { deps, doors, here, bother, reply } = back
  const { school_id } = here.school
  const talk = await doors.open(school_id, hash)
  if (!talk) return sendPage(reply, <Return bother={bother} words={noWords} />, 404)
  const now = deps.db.clock.now()
  const page = (
    <Answers
      bother={bother}
      messages={messagesOf(talk, now)}
      state={stateOf(talk, now, justSent === true)}
      answerBy={answerDay(here, now, dueOf(talk, here, now))}
      pass={passFields(passFor(deps.keys.vault, school_id, hash, now))}
      {...(problem && { problem })}
      {...(typed !== undefined && { typed })}
      {...(justSent && { justSent })}
    />
  )
  return sendPage(reply, page, problem ? 400 : 200)
}
