import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { openTestDb, testKeys } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { checkPage } from '../../../test/render-checks.js'
import { makeApp } from '../../app.js'
import { createLog } from '../../kernel/log.js'
import { listSchools } from '../../kernel/school.js'
import { modules } from '../../modules.js'

/** A browser of one person: keeps cookies, sends what a page's form carries hidden. */
function browserAt(app: () => FastifyInstance) {
  const cookies = new Map<string, string>()
  let html = ''
  const keep = (response: Awaited<ReturnType<FastifyInstance['inject']>>) => {
    for (const { name, value } of response.cookies) cookies.set(name, value)
    html = response.body
    return { status: response.statusCode, location: response.headers.location ?? null, html }
  }
  const headers = () => ({ cookie: [...cookies].map((pair) => pair.join('=')).join('; '), host: 'localhost' })
  const get = async (url: string) => keep(await app().inject({ url, headers: headers() }))
  const token = () => /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? ''
  return {
    cookies,
    get,
    post: async (url: string, fields: Readonly<Record<string, string>>) => {
      const payload = new URLSearchParams({ _csrf: token(), ...fields }).toString()
      const type = { 'content-type': 'application/x-www-form-urlencoded' }
      return keep(await app().inject({ method: 'POST', url, headers: { ...headers(), ...type }, payload }))
    },
    upload: async (url: string, files: Readonly<Record<string, string>>, fields: Readonly<Record<string, string>>) => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ _csrf: token(), ...fields })) form.append(name, value)
      for (const [name, content] of Object.entries(files)) form.append('files', new Blob([content]), name)
      const sent = new Response(form)
      const type = { 'content-type': sent.headers.get('content-type') ?? '' }
      const payload = Buffer.from(await sent.arrayBuffer())
      return keep(await app().inject({ method: 'POST', url, headers: { ...headers(), ...type }, payload }))
    },
  }
}

const staff = `Staff ID,Forename,Surname,Job Title,Email
1,Asha,Weaver,Headteacher,head@thornfield.example
2,Tom,Harrow,Deputy headteacher,t.harrow@thornfield.example
3,,,Teacher,
`

describe('a headteacher sets a school up in the browser', () => {
  let t: TestDb
  let app: FastifyInstance
  const start = async (): Promise<void> => {
    const deps = { db: t.db, keys: testKeys, publicUrl: 'http://localhost', smtpUrl: null, modules }
    app = await makeApp(deps, createLog({ level: 'silent' }))
  }
  const startAnew = async (): Promise<void> => {
    await app.close()
    await start()
  }
  before(async () => {
    t = await openTestDb()
    await start()
  })
  after(async () => {
    await app.close()
    await t.close()
  })

  /** Read as the owner, who alone sees the drafts of every browser. */
  const draftsLeft = async (): Promise<readonly { readonly sealed: Buffer }[]> => {
    const owner = new pg.Client({ connectionString: t.ownerUrl })
    await owner.connect()
    const { rows } = await owner.query<{ sealed: Buffer }>('SELECT sealed FROM setup_draft')
    await owner.end()
    return rows
  }

  it('with a mark that was altered somebody begins anew, and what another has answered stays', async () => {
    const [honest, altered] = [browserAt(() => app), browserAt(() => app)]
    await honest.get('/setup/school')
    await honest.post('/setup/school', { name: 'Thornfield Primary' })
    const [first] = await draftsLeft()
    const mark = honest.cookies.get('hedgerow_setting_up') ?? ''
    altered.cookies.set(
      'hedgerow_setting_up',
      mark.replace(/\.(.)/, (_, sign) => (sign === 'A' ? '.B' : '.A')),
    )
    const page = await altered.get('/setup/school')
    assert.equal(page.status, 200)
    assert.doesNotMatch(page.html, /Thornfield/)
    assert.equal((await altered.post('/setup/school', { name: 'Elsewhere Primary' })).location, '/setup/policy')
    assert.deepEqual((await draftsLeft()).length, 2)
    assert.ok((await draftsLeft()).some(({ sealed }) => first?.sealed.equals(sealed)))
    assert.match((await honest.get('/setup/school')).html, /Thornfield Primary/)
  })

  it('step by step, told what is wrong beside the step, no school before the last, nothing lost on a restart', async () => {
    const { get, post, upload } = browserAt(() => app)
    const open = async (step: string) => {
      const page = await get(`/setup/${step}`)
      checkPage(page.html)
      return page
    }
    assert.equal((await get('/setup')).location, '/setup/school')
    await open('school')
    const nameless = await post('/setup/school', { name: '', slug: '', phone: '01632 960 200' })
    assert.equal(nameless.status, 400)
    checkPage(nameless.html)
    assert.match(nameless.html, /href="#name">Write the name of the school[\s\S]*value="01632 960 200"/)
    assert.match(nameless.html, /id="name-error"/, 'what is wrong is said beside the box as well')
    assert.equal((await post('/setup/school', { name: 'Thornfield Primary' })).location, '/setup/policy')
    assert.match((await open('policy')).html, /value="junior"/)
    assert.equal((await post('/setup/policy', { pack: 'uk-primary' })).location, '/setup/meaning')
    const meaning = await open('meaning')
    const answers = Object.fromEntries(
      [...meaning.html.matchAll(/name="(q-[^"]+)"[^>]*value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    ) as Record<string, string>
    assert.equal((await post('/setup/meaning', answers)).location, '/setup/people')
    await open('people')
    const bad = await upload('/setup/people', { 'staff.csv': staff }, {})
    assert.equal(bad.status, 400)
    assert.match(bad.html, /staff\.csv, line 4/)
    assert.equal((await upload('/setup/people', {}, { 'skip-bad': 'yes' })).location, '/setup/posts')
    const posts = await open('posts')
    const keyOf = (name: string): string => new RegExp(`value="([^"]+)"[^>]*>${name}`).exec(posts.html)?.[1] ?? ''
    assert.match(posts.html, /id="post-headteacher"[\s\S]*?selected[^>]*>Asha Weaver/, 'a job says who holds a post')
    const nobody = await post('/setup/posts', {})
    assert.match(nobody.html, /href="#post-dsl">Nobody would hear of a concern first/)
    assert.doesNotMatch(nobody.html, /selected[^>]*>Asha Weaver/, 'whoever chose nobody meant it')
    const held = { 'post-headteacher': keyOf('Asha Weaver'), 'post-dsl': keyOf('Tom Harrow') }
    assert.equal((await post('/setup/posts', held)).location, '/setup/sign-ins')
    const signIns = await open('sign-ins')
    assert.match(signIns.html, /head@thornfield\.example/)
    const head = keyOf('Asha Weaver')
    const one = { 'sign-in': head, [`username-${head}`]: 'asha' }
    assert.equal((await post('/setup/sign-ins', one)).location, '/setup/finish')
    await startAnew()
    const kept = (await draftsLeft()).map(({ sealed }) => sealed)
    assert.ok(
      kept.length > 0 && kept.every((sealed) => !sealed.includes('Weaver')),
      'what was typed waits in the database, sealed',
    )
    const check = await open('finish')
    assert.match(check.html, /Thornfield Primary[\s\S]*Nobody holds these posts yet/)
    assert.equal((await listSchools(t.db)).length, 0, 'no school is made before the last step')
    const done = await post('/setup/finish', {})
    checkPage(done.html)
    assert.match(done.html, /asha[\s\S]*<strong>[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}<\/strong>/)
    assert.equal((await listSchools(t.db)).length, 1)
    assert.deepEqual(await draftsLeft(), [], 'what was typed is not kept twice')
    assert.equal((await get('/setup')).location, '/', 'a second school is not set up by whoever comes next')
  })
})
