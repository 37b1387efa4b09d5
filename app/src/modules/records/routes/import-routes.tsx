import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import type { UploadedFile } from '../../../engine/forms/field.js'
import type { Register } from '../../../engine/registers/register.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { frameOf } from '../../../web/frames.js'
import { actorOf, needs, sendPage } from '../../../web/who.js'
import { findPeople, isUnreadable, largestList, readTable, readUpload, routesWithLists } from '../../people/index.js'
import type { Table } from '../../people/index.js'
import { bringIn } from '../bring-in.js'
import { registersOf } from '../declared.js'
import { formContext } from '../form-context.js'
import { ImportPage } from '../pages/import.js'
import type { ImportMode, ImportPageProps } from '../pages/import.js'
import { columnsOf, readLines } from '../read-lines.js'
import type { PeopleByName, ReadLine } from '../read-lines.js'
import { importEntriesUrl } from '../urls.js'
import { patternOf } from './register-routes.js'

/** As many lines as one import may have, and problems that a page shows. */
const mostLines = 2000
const mostProblems = 50

/** Bringing a spreadsheet into a register. */
export function importRoutes(app: FastifyInstance, deps: Deps): void {
  for (const register of registersOf(deps.modules)) {
    const address = patternOf(importEntriesUrl.pattern, register)
    const show = async (request: FastifyRequest, reply: FastifyReply, shown: Partial<ImportPageProps> = {}) => {
      const page = { mode: 'look' as const, fault: null, outcome: null, ...shown }
      return sendPage(
        reply,
        <ImportPage frame={await frameOf(request)} register={register} {...page} />,
        page.fault ? 400 : 200,
      )
    }
    app.get(address, needs(register.keep), (request, reply) => show(request, reply))
    routesWithLists(app, (apart) =>
      apart.post(address, { config: { access: register.keep, csrf: 'in-handler' } }, async (request, reply) => {
        const { body, files } = await readUpload(request)
        const mode = modeOf(body['mode'])
        const table = await tableOf(register, files)
        if (typeof table === 'string') return show(request, reply, { mode, fault: table })
        return show(request, reply, { mode, outcome: await carryOut(deps, request, { register, table, mode }) })
      }),
    )
  }
}

const modeOf = (mode: string | undefined): ImportMode => (mode === 'all' || mode === 'good' ? mode : 'look')

/** The file as a table, or what is wrong with it in a sentence. */
async function tableOf({ form }: Register, [file]: readonly UploadedFile[]): Promise<Table | string> {
  if (!file) return 'Choose the file first'
  if (file.bytes.length > largestList) return 'That file is too large. Send it in parts'
  const table = await readTable(file.bytes, { name: file.name })
  if (isUnreadable(table)) return table.unreadable
  if (table.rows.length > mostLines)
    return `That file has more than ${mostLines.toLocaleString('en-GB')} lines. Send it in parts`
  const columns = columnsOf(form, table.headings)
  const lacking = Object.entries(form.fields).filter(
    ([name, { missing, when }]) => missing !== null && !when && !columns.has(name),
  )
  if (lacking.length === 0) return table
  return `The first line has no heading “${lacking.map(([, { label }]) => label).join('”, “')}”`
}

interface Carrying {
  readonly register: Register
  readonly table: Table
  readonly mode: ImportMode
}

async function carryOut(deps: Deps, request: FastifyRequest, { register, table, mode }: Carrying) {
  const actor = actorOf(request)
  const lines = await reading(deps.db, actor, async (tx) => {
    const people = await peopleIn(tx, register, table)
    const body = Object.fromEntries(pickersOf(register).map((name) => [name, [...people.values()].flat()]))
    return readLines(register.form, table, { context: await formContext(tx, register.form, body), people })
  })
  const wrong = lines.filter(({ problems }) => problems.length > 0)
  const problems = problemWords(wrong)
  const good = lines.length - wrong.length
  if (mode === 'look' || (mode === 'all' && wrong.length > 0))
    return { words: `${good} of ${lines.length} lines are right. Nothing was brought in.`, problems }
  const { added, changed, same } = await inSchool(deps.db, actor, (tx) => bringIn(tx, register, lines))
  const left = wrong.length > 0 ? `, ${wrong.length} left out` : ''
  return { words: `${added} added, ${changed} changed, ${same} as they were${left}.`, problems }
}

const problemWords = (wrong: readonly ReadLine[]): readonly string[] => {
  const all = wrong.flatMap(({ line, problems }) => problems.map((problem) => `Line ${line}. ${problem}`))
  return all.length <= mostProblems ? all : [...all.slice(0, mostProblems), `And ${all.length - mostProblems} more.`]
}

const pickersOf = ({ form }: Register): readonly string[] =>
  Object.entries(form.fields).flatMap(([name, { kind }]) => (kind === 'personPicker' ? [name] : []))

/** Everybody whom the cells of people's columns may mean, looked up by full name, each name once. */
async function peopleIn(tx: ReadTx, register: Register, table: Table): Promise<PeopleByName> {
  const columns = columnsOf(register.form, table.headings)
  const places = pickersOf(register).flatMap((name) => columns.get(name) ?? [])
  const names = new Set(table.rows.flatMap(({ cells }) => places.flatMap((place) => (cells[place] ?? '').split(';'))))
  const people = new Map<string, readonly string[]>()
  for (const name of [...names]
    .map((one) => one.trim())
    .filter(Boolean)
    .slice(0, mostLines)) {
    const key = name.toLowerCase().replace(/\s+/g, ' ')
    const found = (await findPeople(tx, { text: name })).filter((card) => card.name.toLowerCase() === key)
    people.set(
      key,
      found.map(({ id }) => id),
    )
  }
  return people
}
