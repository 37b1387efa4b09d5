import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify'
import { createLog } from '../kernel/log.js'
import { Refusal } from '../kernel/refusal.js'
import { checkPage } from '../../test/render-checks.js'
import { frameOf } from './frames.js'
import { testFrame } from './gallery/test-frame.js'
import { installWeb } from './install-web.js'
import { mustBeOurForm, sayNext } from './keepers.js'

const assetFolder = mkdtempSync(join(tmpdir(), 'hedgerow-assets-'))
const logged: string[] = []
let app: FastifyInstance
let session: string | null
let done: unknown[]
let manifest: Record<string, string>

before(async () => {
  // The build is plain JavaScript outside the sources that TypeScript checks.
  const build = '../../../../app/src/web/assets/build-css.mjs'
  const { buildCss } = (await import(build)) as { buildCss: (folder: string) => Promise<Record<string, string>> }
  manifest = await buildCss(assetFolder)
  const log = createLog({ level: 'error', to: { write: (line) => void logged.push(line) } })
  app = fastify({ loggerInstance: log as FastifyBaseLogger })
  await installWeb(app, {
    assetFolder,
    key: Buffer.alloc(32, 'a key for tests'),
    secure: true,
    sessionOf: () => session,
    urls: testFrame.urls,
    frame: () => Promise.resolve(testFrame),
  })
  app.get('/form', async (request) => (await frameOf(request)).csrf)
  app.post('/form', (request) => {
    done.push(request.body)
    return 'done'
  })
  app.post('/gateway', { config: { csrf: { exempt: 'signed by the gateway' } } }, () => 'taken')
  app.post('/file', { config: { csrf: 'in-handler' } }, (request) => {
    mustBeOurForm(request, request.headers['x-of-the-body'])
    return 'taken'
  })
  app.post('/refused', () => Promise.reject(new Refusal('conflict', 'Somebody closed it a moment ago', 'state')))
  app.get('/fault', () => Promise.reject(new Error('duplicate key: (name)=(Wren Alder)')))
  app.post('/say', (_request, reply) => {
    sayNext(reply, { kind: 'done', text: 'Saved' })
    return reply.send('ok')
  })
  app.get('/notice', async (request) => (await frameOf(request)).notice)
})

after(async () => {
  await app.close()
  rmSync(assetFolder, { recursive: true })
})

beforeEach(() => {
  session = 'a-session'
  done = []
  logged.length = 0
})

const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' }
const token = async () => (await app.inject('/form')).body
const send = (body: Record<string, string>, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url: '/form',
    headers: { ...formHeaders, ...headers },
    payload: new URLSearchParams(body).toString(),
  })

test('every answer carries the security headers, and pages are kept by nobody', async () => {
  for (const url of ['/form', '/nowhere', '/fault']) {
    const { headers } = await app.inject(url)
    assert.match(String(headers['content-security-policy']), /^default-src 'none'; script-src 'self'; style-src 'self'/)
    assert.doesNotMatch(String(headers['content-security-policy']), /unsafe|\*|https?:|data:/)
    assert.equal(headers['referrer-policy'], 'no-referrer')
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.equal(headers['cache-control'], 'no-store')
    assert.match(String(headers['strict-transport-security']), /max-age/)
  }
})

test('a form of ours goes through', async () => {
  const answer = await send({ _csrf: await token(), what: 'x' })
  assert.equal(answer.body, 'done')
  assert.equal(done.length, 1)
})

test('two tokens of one session are never the same text', async () => {
  assert.notEqual(await token(), await token())
})

test('without a token, with a broken one, or with another session’s, nothing is done', async () => {
  const mine = await token()
  session = 'another-session'
  for (const wrong of ['', 'x', mine, `${mine}x`, mine.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))]) {
    const answer = await send({ _csrf: wrong, what: 'x' })
    assert.equal(answer.statusCode, 403, wrong)
  }
  assert.deepEqual(done, [])
})

test('a form too old to be sent comes back with everything typed, ready to be sent again, but no password', async () => {
  const answer = await send({ happened: 'A long <story>', password: 'hunter2', newPassword: 'hunter3', code: '123456' })
  assert.equal(answer.statusCode, 403)
  checkPage(answer.body)
  assert.match(answer.body, /<form action="\/form"/)
  assert.match(answer.body, /name="happened" value="A long &lt;story>"/)
  assert.doesNotMatch(answer.body, /hunter|123456/)
  const fresh = /name="_csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? ''
  assert.equal((await send({ _csrf: fresh, happened: 'A long <story>' })).body, 'done')
})

test('a form that another site sends is refused whatever it carries, and shown nothing of it', async () => {
  const good = await token()
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'not an origin' },
  ] as Record<string, string>[]) {
    const answer = await send({ _csrf: good, happened: 'planted' }, headers)
    assert.equal(answer.statusCode, 403)
    assert.doesNotMatch(answer.body, /planted/)
  }
  assert.deepEqual(done, [])
})

test('our own pages are let through as browsers describe them', async () => {
  const own: Record<string, string>[] = [
    { 'sec-fetch-site': 'same-origin', origin: 'null' },
    { 'sec-fetch-site': 'none' },
    { origin: 'http://localhost:80', host: 'localhost:80' },
    { origin: 'null' },
  ]
  for (const headers of own) assert.equal((await send({ _csrf: await token() }, headers)).statusCode, 200)
})

test('somebody with no session gets a token bound to a cookie that says nothing else', async () => {
  session = null
  const page = await app.inject('/form')
  const [cookie] = page.cookies
  assert.deepEqual(
    [cookie?.name, cookie?.httpOnly, cookie?.sameSite, cookie?.secure],
    ['hedgerow_form', true, 'Lax', true],
  )
  const header = `${cookie?.name}=${cookie?.value}`
  assert.equal((await send({ _csrf: page.body }, { cookie: header })).statusCode, 200)
  assert.equal((await send({ _csrf: page.body })).statusCode, 403, 'without the cookie')
  assert.equal((await send({ _csrf: page.body }, { cookie: 'hedgerow_form=other' })).statusCode, 403)
})

test('scripts may carry the token in a header, and only routes that say why need none', async () => {
  assert.equal((await send({}, { 'x-csrf-token': await token() })).statusCode, 200)
  assert.equal((await app.inject({ method: 'POST', url: '/gateway' })).body, 'taken')
})

test('a form with a file has its token checked by its own handler, and its sender by us', async () => {
  const file = (headers: Record<string, string>) => app.inject({ method: 'POST', url: '/file', headers })
  assert.equal((await file({ 'x-of-the-body': await token() })).body, 'taken')
  assert.equal((await file({})).statusCode, 400)
  assert.equal((await file({ 'x-of-the-body': await token(), 'sec-fetch-site': 'cross-site' })).statusCode, 403)
})

test('a refusal is a page with its sentence, or JSON for who asks for that', async () => {
  const page = await app.inject({ method: 'POST', url: '/refused', headers: { 'x-csrf-token': await token() } })
  assert.equal(page.statusCode, 409)
  assert.match(page.body, /Somebody closed it a moment ago/)
  checkPage(page.body)
  const headers = { 'x-csrf-token': await token(), accept: 'application/json' }
  const json = await app.inject({ method: 'POST', url: '/refused', headers })
  assert.deepEqual(json.json(), { error: 'conflict', sentence: 'Somebody closed it a moment ago', field: 'state' })
})

test('a fault gives away nothing on the page or in the log but a reference and where it broke', async () => {
  const page = await app.inject('/fault?name=Wren')
  assert.equal(page.statusCode, 500)
  checkPage(page.body)
  const reference = /F-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(page.body)?.[0] ?? 'no reference'
  assert.ok(logged.join('').includes(reference))
  assert.match(logged.join(''), /"route":"\/fault"/)
  assert.match(logged.join(''), /"at":\["[^"]*install-web\.test/, 'where it broke is in the log')
  assert.doesNotMatch(page.body + logged.join(''), /Wren|Alder|duplicate key/)
})

test('a page that is not there says so, and so does a body that cannot be read', async () => {
  const missing = await app.inject('/nowhere')
  assert.equal(missing.statusCode, 404)
  checkPage(missing.body)
  const large = await send({ _csrf: await token(), what: 'x'.repeat(5 * 1024 * 1024) })
  assert.equal(large.statusCode, 400)
  assert.match(large.body, /more than we can take at once/)
  const malformed = await app.inject({
    method: 'POST',
    url: '/form',
    headers: { 'content-type': 'application/json' },
    payload: '{',
  })
  assert.equal(malformed.statusCode, 400)
})

test('a notice is said once, and only as we sealed it', async () => {
  const said = await app.inject({ method: 'POST', url: '/say', headers: { 'x-csrf-token': await token() } })
  const value = said.cookies.find((cookie) => cookie.name === 'hedgerow_notice')?.value ?? ''
  const answer = await app.inject({ url: '/notice', cookies: { hedgerow_notice: value } })
  assert.deepEqual(answer.json(), { kind: 'done', text: 'Saved' })
  assert.equal(answer.cookies.find((cookie) => cookie.name === 'hedgerow_notice')?.value, '', 'and is forgotten')
  const forged = `${Buffer.from('{"kind":"done","text":"Send us your password"}').toString('base64url')}.${value.split('.')[1]}`
  assert.equal((await app.inject({ url: '/notice', cookies: { hedgerow_notice: forged } })).body, 'null')
  assert.equal((await app.inject({ url: '/notice', cookies: { hedgerow_notice: 'x' } })).body, 'null')
})

test('assets come compressed and may be kept for good, because their names change with them', async () => {
  const url = `/assets/${manifest['app.css']}`
  const br = await app.inject({ url, headers: { 'accept-encoding': 'gzip, br' } })
  assert.equal(br.headers['content-encoding'], 'br')
  assert.equal(br.headers['cache-control'], 'public, max-age=31536000, immutable')
  assert.equal(br.headers['content-type'], 'text/css; charset=utf-8')
  assert.ok(br.rawPayload.length < 25_000)
  const none = await app.inject({ url, headers: { 'accept-encoding': 'br;q=0' } })
  assert.equal(none.headers['content-encoding'], undefined)
  const gzip = await app.inject({ url, headers: { 'accept-encoding': 'gzip' } })
  assert.equal(gzip.headers['content-encoding'], 'gzip')
  const again = await app.inject({ url, headers: { 'if-none-match': String(br.headers.etag) } })
  assert.deepEqual([again.statusCode, again.body], [304, ''])
})

test('nothing but the built assets can be fetched from their folder', async () => {
  for (const url of [
    '/assets/manifest.json',
    '/assets/../package.json',
    '/assets/%2e%2e%2fpackage.json',
    '/assets/app.css',
  ])
    assert.equal((await app.inject(url)).statusCode, 404, url)
})

test('a school’s accent is a style sheet of its own, unless it could not be read', async () => {
  const css = await app.inject('/assets/accent/1d3f8a.css')
  assert.equal(css.statusCode, 200)
  assert.match(css.body, /--header:#1d3f8a/)
  for (const file of ['ffffff.css', 'ffee00.css', 'red.css', '1d3f8a%7D.css'])
    assert.equal((await app.inject(`/assets/accent/${file}`)).statusCode, 404, file)
})
