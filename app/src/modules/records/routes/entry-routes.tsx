import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { retyped } from '../../../engine/forms/answers.js'
import { defineForm } from '../../../engine/forms/define-form.js'
import { longText } from '../../../engine/forms/fields/long-text.js'
import { changeEntry, addEntry } from '../../../engine/registers/keep-entry.js'
import { dayIn, entriesIn, personsIn } from '../../../engine/registers/answers.js'
import { findEntry } from '../../../engine/registers/read-entries.js'
import type { Register, Values } from '../../../engine/registers/register.js'
import type { RegisterEntryRow } from '../../../engine/registers/schema.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { reading } from '../../../kernel/db/in-school.js'
import { once } from '../../../kernel/db/once.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import { isId, newId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { actorOf, needs } from '../../../web/who.js'
import { registersOf } from '../declared.js'
import { readRows } from '../entry-lines.js'
import { namesFor } from '../form-context.js'
import { changeEntryUrl, endEntryUrl, entryUrl, lookedAtUrl, newEntryUrl, registerUrl } from '../urls.js'
import { patternOf } from './register-routes.js'
import { showForm, takeForm } from './taking.js'
import type { About } from './taking.js'

type ForEntry = FastifyRequest<{ Params: { entry: string } }>

/** Why an entry ends. */
const endForm = defineForm({
  why: longText({ label: 'Why does it end?', rows: 3, maxLength: 500, missing: 'Say in a few words why it ends' }),
})

/** No questions: the button says it all. */
const noForm = defineForm({})

/** Adding to a register, changing, looking again, ending. */
export function entryRoutes(app: FastifyInstance, deps: Deps): void {
  for (const register of registersOf(deps.modules)) {
    const keep = needs(register.keep)
    const { form } = register
    app.get(patternOf(newEntryUrl.pattern, register), keep, (request, reply) =>
      showForm({ request, reply, deps }, adding(register, newId()), { form }),
    )
    app.post(patternOf(newEntryUrl.pattern, register), keep, (request, reply) => {
      const key = onceOf(request.body)
      return takeForm({ request, reply, deps }, adding(register, key), {
        form,
        work: (tx, values) => add(tx, register, { values, key }),
      })
    })
    app.get(patternOf(changeEntryUrl.pattern, register), keep, async (request: ForEntry, reply) => {
      const { row, values } = await entryOf(deps, request, register)
      return showForm({ request, reply, deps }, changing(register, row), { form, typed: retyped(form, values) })
    })
    app.post(patternOf(changeEntryUrl.pattern, register), keep, async (request: ForEntry, reply) => {
      const { row } = await entryOf(deps, request, register)
      const number = numberOf(request.body)
      return takeForm(
        { request, reply, deps },
        { ...changing(register, row), number },
        {
          form,
          work: async (tx, values) => {
            const names = await namesIn(tx, register, values)
            await changeEntry(tx, register, { id: row.id, number, values, names })
            return {
              to: entryUrl({ register: register.id, entry: row.id }),
              done: 'Changed. What it said before is in its history.',
            }
          },
        },
      )
    })
    endingRoutes(app, deps, register)
  }
}

function endingRoutes(app: FastifyInstance, deps: Deps, register: Register): void {
  const keep = needs(register.keep)
  app.get(patternOf(endEntryUrl.pattern, register), keep, async (request: ForEntry, reply) => {
    const { row } = await entryOf(deps, request, register)
    return showForm({ request, reply, deps }, ending(register, row), { form: endForm })
  })
  app.post(patternOf(endEntryUrl.pattern, register), keep, async (request: ForEntry, reply) => {
    const { row, values } = await entryOf(deps, request, register)
    return takeForm({ request, reply, deps }, ending(register, row), {
      form: endForm,
      work: async (tx, { why }) => {
        const names = await namesIn(tx, register, values)
        await changeEntry(tx, register, { id: row.id, number: row.number, values, names, why: why as string }, 'ended')
        return { to: registerUrl({ register: register.id }), done: 'Ended. It stays on record.' }
      },
    })
  })
  app.post(patternOf(lookedAtUrl.pattern, register), keep, async (request: ForEntry, reply) => {
    const { row, values } = await entryOf(deps, request, register)
    return takeForm({ request, reply, deps }, changing(register, row), {
      form: noForm,
      work: async (tx) => {
        const today = londonDate(tx.now)
        const now =
          register.reviewedOn && dayIn(values, register.reviewedOn)
            ? { ...values, [register.reviewedOn]: today }
            : values
        const names = await namesIn(tx, register, now)
        await changeEntry(tx, register, { id: row.id, number: numberOf(request.body), values: now, names }, 'looked-at')
        return { to: entryUrl({ register: register.id, entry: row.id }), done: 'Looked at today.' }
      },
    })
  })
}

const adding = ({ id, one }: Register, key: string): About => ({
  title: `Add a ${one}`,
  back: registerUrl({ register: id }),
  action: newEntryUrl({ register: id }),
  button: 'Save',
  once: key,
})

const changing = ({ id, one }: Register, { id: entry, number }: RegisterEntryRow): About => ({
  title: `Change this ${one}`,
  back: entryUrl({ register: id, entry }),
  action: changeEntryUrl({ register: id, entry }),
  button: 'Save',
  number,
})

const ending = ({ id, one }: Register, { id: entry, title }: RegisterEntryRow): About => ({
  title: `End this ${one}`,
  lead: `${title}. It stays on record with its history, and no longer counts.`,
  back: entryUrl({ register: id, entry }),
  action: endEntryUrl({ register: id, entry }),
  button: 'End it',
})

async function add(tx: Tx, register: Register, { values, key }: { readonly values: Values; readonly key: string }) {
  const { entry } = await once(tx, key, async () => ({
    entry: await addEntry(tx, register, { values, names: await namesIn(tx, register, values) }),
  }))
  return { to: entryUrl({ register: register.id, entry }), done: 'Saved.' }
}

const namesIn = (tx: ReadTx, { form }: Register, values: Values) =>
  namesFor(tx, personsIn(form, values), entriesIn(form, values))

/** The key that a form carries: one that is none of ours is as good as a new one. */
const onceOf = (body: unknown): string => {
  const { once: key } = (body ?? {}) as { readonly once?: unknown }
  return isId(key) ? key : newId()
}

const numberOf = (body: unknown): number => {
  const { number } = (body ?? {}) as { readonly number?: unknown }
  return typeof number === 'string' && /^\d{1,6}$/.test(number) ? Number(number) : 0
}

/** The entry of an address with its answers, secret ones too where the actor may see them. */
async function entryOf(deps: Deps, request: ForEntry, register: Register) {
  const { entry } = request.params
  return reading(deps.db, actorOf(request), async (tx) => {
    const row = isId(entry) ? await findEntry(tx, register.id, entry) : null
    const read = row && (await readRows(tx, register, [row])).rows[0]
    if (!read) throw new Refusal('not-found', `There is no such ${register.one}, or it is not for you to see.`)
    return read
  })
}
