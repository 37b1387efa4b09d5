import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { inWords } from '../../../engine/registers/in-words.js'
import { allEntries } from '../../../engine/registers/read-entries.js'
import type { Register } from '../../../engine/registers/register.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { inSchool } from '../../../kernel/db/in-school.js'
import { record } from '../../../kernel/journal/record.js'
import { shortDate } from '../../../web/dates.js'
import { frameOf } from '../../../web/frames.js'
import { actorOf, needs, sendPage } from '../../../web/who.js'
import { writeCsv } from '../../people/index.js'
import { registersOf } from '../declared.js'
import { readRows, shownFields } from '../entry-lines.js'
import { PrintPage } from '../pages/print.js'
import { exportEntriesUrl, printRegisterUrl, registerUrl } from '../urls.js'
import { patternOf } from './register-routes.js'

/** A register as a spreadsheet and as paper: what this reader may see of it. Each is an act in the journal. */
export function exportRoutes(app: FastifyInstance, deps: Deps): void {
  for (const register of registersOf(deps.modules)) {
    const see = needs(register.see)
    app.get(patternOf(exportEntriesUrl.pattern, register), see, async (request, reply) => {
      const { questions, rows } = await wholeOf(deps, request, { register, act: 'register.exported' })
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${register.id}.csv"`)
        .send(writeCsv([questions, ...rows]))
    })
    app.get(patternOf(printRegisterUrl.pattern, register), see, async (request, reply) => {
      const whole = await wholeOf(deps, request, { register, act: 'register.printed' })
      const back = registerUrl({ register: register.id })
      const { title } = register
      const { now, entries } = whole
      return sendPage(reply, <PrintPage frame={await frameOf(request)} {...{ title, back, now, entries }} />)
    })
  }
}

/** Every live entry with each question and answer, and when it was last looked at. Taking it away is written down. */
function wholeOf(
  deps: Deps,
  request: FastifyRequest,
  { register, act }: { readonly register: Register; readonly act: string },
) {
  const actor = actorOf(request)
  return inSchool(deps.db, actor, async (tx) => {
    const fields = shownFields(register, actor.powers)
    const { rows, names } = await readRows(tx, register, await allEntries(tx, register.id))
    await record(tx, {
      act,
      about: { table: 'school', id: actor.schoolId },
      sight: { posts: register.journal, persons: [], never: [] },
      details: { register: register.id, entries: rows.length, on: londonDate(tx.now) },
    })
    return {
      now: tx.now,
      questions: [...fields.map(([, question]) => question), 'Last looked at'],
      entries: rows.map(({ row, values }) => ({
        title: row.title,
        lines: fields.flatMap(([name, question]) => {
          const said = inWords(register.form, name, values, names)
          return said === '' || said === row.title ? [] : [`${question.replace(/\?$/, '')}: ${said}`]
        }),
      })),
      rows: rows.map(({ row, values }) => [
        ...fields.map(([name]) => inWords(register.form, name, values, names)),
        shortDate(row.reviewed_on),
      ]),
    }
  })
}
