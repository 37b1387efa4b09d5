import { formBody, formHeaders, newSending, openForm } from '../app/test/hardship/public-form.js'
import { exampleSlug } from '../app/src/setup/example/plan-example.js'
import { soughtWords } from './fill-concerns.js'
import type { BenchSchool } from './make-bench-school.js'
import type { Target } from './measure.js'

/** One line of the table: a page of ours, the bare query it stands beside, and what we want of it. */
export interface Cell {
  readonly name: string
  readonly beside: string
  readonly goal: string
  readonly ours: Target
  readonly bare: Target
}

/** Every cell, over a running application and a running bare server. */
export async function cellsFor(
  { app, bare }: { readonly app: string; readonly bare: string },
  school: BenchSchool,
  cookie: string,
): Promise<readonly Cell[]> {
  const headers = { cookie }
  const page = (path: string, holds: string): Target => ({ url: `${app}${path}`, request: { headers }, holds })
  const plain = (path: string, holds: string): Target => ({ url: `${bare}${path}`, request: {}, holds })
  const hello = { beside: 'hello page', bare: plain('/hello', 'Hello') }
  return [
    await reportCell(app, bare),
    {
      name: 'inbox of the DSL',
      ...hello,
      goal: '≥ 4 %, ≤ 60 KB',
      ours: page('/concerns', 'C-'),
    },
    {
      name: 'inbox of the DSL',
      beside: 'list of 25',
      bare: plain('/list', 'reported_at'),
      goal: 'p50 ≤ 30 ms',
      ours: page('/concerns', 'C-'),
    },
    {
      name: 'case, 200 entries',
      beside: 'one row',
      bare: plain('/row', '4711'),
      goal: '–',
      ours: page(`/cases/${school.caseId}`, 'moj-timeline__item'),
    },
    ...(await searchCells(app, bare, headers)),
    { name: `policy, ${school.clauses} clauses`, ...hello, goal: '–', ours: page('/policy/kept', 'kept') },
  ]
}

async function reportCell(app: string, bare: string): Promise<Cell> {
  const url = `${app}/report/${exampleSlug}`
  const form = await openForm(url)
  const send = (to: string, holds: string): Target => ({
    url: to,
    holds,
    request: {
      method: 'POST',
      headers: formHeaders(form),
      setupRequest: (request) => ({ ...request, body: formBody(form, newSending()) }),
    },
  })
  return {
    name: 'anonymous report, sent',
    beside: 'durable insert',
    goal: '≥ 8 %, p99 ≤ 150 ms, none failed',
    ours: send(url, 'The school has your report'),
    bare: send(`${bare}/insert`, 'taken'),
  }
}

async function searchCells(
  app: string,
  bare: string,
  headers: Readonly<Record<string, string>>,
): Promise<readonly Cell[]> {
  const url = `${app}/concerns/search`
  const html = await (await fetch(url, { headers })).text()
  const token = /name="_csrf" value="([^"]+)"/.exec(html)?.[1]
  if (!token) throw new Error('The search page carries no token')
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  return Object.entries(soughtWords).map(([which, sought]) => ({
    name: `search, ${which} word`,
    beside: 'text search',
    goal: 'p99 ≤ 100 ms',
    ours: {
      url,
      request: {
        method: 'POST',
        headers: { ...headers, ...type },
        body: new URLSearchParams({ _csrf: token, sought, go: 'search' }).toString(),
      },
      holds: which === 'none' ? sought : 'C-',
    },
    bare: { url: `${bare}/search?sought=${sought}`, request: {}, holds: which === 'none' ? '[]' : sought },
  }))
}
