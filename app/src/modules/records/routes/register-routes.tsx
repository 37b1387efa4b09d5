import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { revived } from '../../../engine/registers/answers.js'
import {
  countCap,
  countEntries,
  findEntry,
  listEntries,
  registerOf,
  versionsOf,
} from '../../../engine/registers/read-entries.js'
import type { Register } from '../../../engine/registers/register.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { reading } from '../../../kernel/db/in-school.js'
import { isId } from '../../../kernel/ids.js'
import { cappedCount, placeFrom, sliceOf } from '../../../kernel/paging.js'
import { Refusal } from '../../../kernel/refusal.js'
import { frameOf } from '../../../web/frames.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import { personCards } from '../../people/index.js'
import { inWords } from '../../../engine/registers/in-words.js'
import { declared, registersOf } from '../declared.js'
import { columnsInWords, readRows, shownFields } from '../entry-lines.js'
import { entryState } from '../entry-state.js'
import { namesFor } from '../form-context.js'
import { historyOf } from '../history.js'
import { EntryPage } from '../pages/entry.js'
import { RegisterPage } from '../pages/register.js'
import { RegistersPage } from '../pages/registers.js'
import { anyEntryUrl, entryUrl, registersUrl, registerUrl } from '../urls.js'

const pageSize = 40

/** The address of one register, for Fastify: with its own id, so that each asks for its own power. */
export const patternOf = (pattern: string, { id }: Register): string => pattern.replace(':register', id)

type ForEntry = FastifyRequest<{ Params: { entry: string } }>

/** The registers: what there is, each list, each entry. */
export function registerRoutes(app: FastifyInstance, deps: Deps): void {
  const all = registersOf(deps.modules)
  app.get(registersUrl.pattern, needs('signed-in'), async (request, reply) => showAll(request, reply, deps))
  app.get(anyEntryUrl.pattern, needs('signed-in'), async (request: ForEntry, reply) => {
    const { entry } = request.params
    const id = isId(entry) ? await reading(deps.db, actorOf(request), (tx) => registerOf(tx, entry)) : null
    if (!id) throw new Refusal('not-found', 'There is no such entry, or it is not for you to see.')
    return seeOther(reply, entryUrl({ register: declared(all, id).id, entry }))
  })
  for (const register of all) {
    const see = needs(register.see)
    app.get(patternOf(registerUrl.pattern, register), see, (request, reply) =>
      showList(request, reply, { deps, register, sought: null }),
    )
    app.post(patternOf(registerUrl.pattern, register), see, (request, reply) => {
      const { sought } = (request.body ?? {}) as { readonly sought?: unknown }
      return showList(request, reply, {
        deps,
        register,
        sought: typeof sought === 'string' ? sought.slice(0, 100) : '',
      })
    })
    app.get(patternOf(entryUrl.pattern, register), see, (request: ForEntry, reply) =>
      showEntry(request, reply, { deps, register }),
    )
  }
}

async function showAll(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const actor = actorOf(request)
  const mine = registersOf(deps.modules).filter(({ see }) => actor.powers.has(see))
  const registers = await reading(deps.db, actor, async (tx) => {
    const lines = []
    for (const { id, title, intro } of mine)
      lines.push({ id, title, intro, count: cappedCount(await countEntries(tx, { register: id }), countCap) })
    return lines
  })
  return sendPage(reply, <RegistersPage frame={await frameOf(request)} registers={registers} />)
}

interface Shown {
  readonly deps: Deps
  readonly register: Register
}

async function showList(
  request: FastifyRequest,
  reply: FastifyReply,
  { deps, register, sought }: Shown & { readonly sought: string | null },
) {
  const actor = actorOf(request)
  const ended = (request.query as { readonly show?: unknown }).show === 'ended'
  const place = placeFrom(request.query)
  const question = { register: register.id, ended, ...(sought === null ? {} : { words: sought }) }
  const shown = await reading(deps.db, actor, async (tx) => {
    // A search is posted, so that no name stands in an address; its first page is all it shows.
    const size = sought === null ? pageSize : 100
    const slice = sliceOf(await listEntries(tx, question, { place, size }), place, size, ({ id }) => id)
    const { rows, names } = await readRows(tx, register, slice.rows)
    const lines = rows.map(({ row, values }) => ({
      id: row.id,
      title: row.title,
      lines: columnsInWords(register, values, names),
      state: entryState(register, row, londonDate(tx.now)),
    }))
    return {
      slice: sought === null ? { ...slice, rows: lines } : { rows: lines, before: null, after: null },
      count: await countEntries(tx, { ...question, ended: false }),
      endedCount: await countEntries(tx, { register: register.id, ended: true }),
      now: tx.now,
    }
  })
  const may = { mayKeep: actor.powers.has(register.keep), ended, sought }
  return sendPage(reply, <RegisterPage frame={await frameOf(request)} register={register} {...shown} {...may} />)
}

async function showEntry(request: ForEntry, reply: FastifyReply, { deps, register }: Shown) {
  const actor = actorOf(request)
  const { entry } = request.params
  const shown = await reading(deps.db, actor, async (tx) => {
    const row = isId(entry) ? await findEntry(tx, register.id, entry) : null
    if (!row) throw new Refusal('not-found', `There is no such ${register.one}, or it is not for you to see.`)
    const { rows, names } = await readRows(tx, register, [row])
    const values = rows[0]?.values ?? {}
    const versions = await versionsOf(tx, row.id)
    const cards = await personCards(
      tx,
      versions.flatMap(({ by_person }) => by_person ?? []),
    )
    const older = await namesFor(
      tx,
      versions.flatMap(({ persons }) => persons),
      versions.flatMap(({ links }) => links),
    )
    return {
      row,
      facts: shownFields(register, actor.powers).map(([name, question]) => ({
        question,
        answer: inWords(register.form, name, values, names),
      })),
      state: entryState(register, row, londonDate(tx.now)),
      history: historyOf(
        register,
        versions.map((version) => ({ version, values: revived(register.form, version.answers) })),
        { names: older, by: (id) => cards.get(id)?.name ?? null },
      ),
    }
  })
  const { row, ...page } = shown
  const { id, title, number } = row
  return sendPage(
    reply,
    <EntryPage
      frame={await frameOf(request)}
      register={register}
      {...{ id, title, number }}
      {...page}
      ended={row.ended_at !== null}
      mayKeep={actor.powers.has(register.keep)}
      reviewed={register.review !== undefined}
    />,
  )
}
