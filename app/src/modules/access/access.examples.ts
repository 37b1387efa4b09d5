import { join } from 'node:path'
import { fastify } from 'fastify'
import type { FastifyInstance } from 'fastify'
import { checkPage } from '../../../test/render-checks.js'
import { addTestSchool, openTestDb, testKeys } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import type { Deps } from '../../engine/deps.js'
import { BASE, judgeBase } from '../../engine/packs/pack.examples.js'
import type { LoadedPack } from '../../engine/packs/pack.js'
import { settingUp, signingIn, workerIn } from '../../kernel/actor.js'
import type { Actor } from '../../kernel/actor.js'
import { inSchool } from '../../kernel/db/in-school.js'
import { tables } from '../../kernel/db/tx.js'
import type { Tx } from '../../kernel/db/tx.js'
import { newId } from '../../kernel/ids.js'
import type { PersonId, PostId, SchoolId } from '../../kernel/ids.js'
import { projectRoot } from '../../kernel/root.js'
import { installWeb } from '../../web/install-web.js'
import { needs, visitorOf } from '../../web/who.js'
import { appoint } from '../people/index.js'
import { activatePack } from '../policy/index.js'
import { createAccount, enforce, identify, personOf, sessionKeyOf } from './index.js'
import { hashPassword } from './password/password-hash.js'
import { accessRoutes } from './routes.js'
import { Temporal } from 'temporal-polyfill'

/** The address of the example: a name and https, so that passkeys work. */
export const ORIGIN = 'https://hedgerow.example.org'
/** A password that passes every rule. */
export const GOOD = 'walrus trombone picnic lantern'

/** A small policy: the lead needs a second step, the head keeps the accounts. */
export function accessPack(): LoadedPack {
  const loaded = judgeBase(BASE)
  if ('problems' in loaded) throw new Error('The example pack is meant to be sound.')
  const powers: Readonly<Record<string, readonly string[]>> = {
    dsl: ['concerns.triage'],
    headteacher: ['access.accounts', 'people.import'],
  }
  const posts = loaded.pack.posts.map((post) => ({ ...post, powers: [...(powers[post.id] ?? [])] }))
  const pack = { ...loaded.pack, posts, signIn: { ...loaded.pack.signIn, lockAfter: 3 } }
  return { ...loaded, pack: pack as LoadedPack['pack'] }
}

export interface Adult {
  readonly id: PersonId
  readonly username: string
}

/** A school with a lead, a head who keeps the accounts, and a teacher; each with an account and the same password. */
export interface AccessSchool {
  readonly test: TestDb
  readonly deps: Deps
  readonly schoolId: SchoolId
  readonly slug: string
  readonly lead: Adult
  readonly head: Adult
  readonly teacher: Adult
  readonly app: FastifyInstance
  readonly atDoor: <R>(work: (tx: Tx) => Promise<R>) => Promise<R>
  readonly asWorker: <R>(work: (tx: Tx) => Promise<R>) => Promise<R>
  readonly close: () => Promise<void>
}

async function addPerson(tx: Tx, given: string, post: string | null): Promise<PersonId> {
  const id = newId<PersonId>()
  const day = Temporal.PlainDate.from('2026-09-01')
  const none = { known_as: null, born: null, class_code: null, year_group: null, source: null, source_id: null }
  const row = { school_id: tx.actor.schoolId, id, kind: 'staff', given, family: 'Thorpe', job_title: 'Teacher' }
  const rest = { email: null, phone: null, started: day, ended: null, search: given.toLowerCase(), recorded_at: tx.now }
  await tables<{ person: object }>(tx)
    .insertInto('person')
    .values({ ...row, ...none, ...rest } as never)
    .execute()
  if (post) await appoint(tx, { post: post as PostId, person: id, kind: 'holder', from: day })
  return id
}

/** Opens a database with the school in it, and the module's routes on a server that listens nowhere. */
export async function accessSchool(test: TestDb | null = null, publicUrl = ORIGIN): Promise<AccessSchool> {
  const own = test ?? (await openTestDb())
  const { db } = own
  const slug = `school-${newId().slice(-8)}`
  const schoolId = await addTestSchool(db, slug)
  const setUp = settingUp(schoolId)
  const people = await inSchool(db, setUp, async (tx) => {
    await activatePack(tx, accessPack())
    return [
      await addPerson(tx, 'Amira', 'dsl'),
      await addPerson(tx, 'Ben', 'headteacher'),
      await addPerson(tx, 'Cara', null),
    ]
  })
  const names = ['amira', 'ben', 'cara']
  for (const [at, id] of people.entries())
    await inSchool(db, setUp, (tx) => createAccount(tx, testKeys, { person: id, username: names[at] ?? '' }))
  const [lead, head, teacher] = people.map((id, at) => ({ id, username: names[at] ?? '' })) as [Adult, Adult, Adult]
  const deps: Deps = { db, keys: testKeys, publicUrl, smtpUrl: null, modules: [] }
  const app = await serving(deps)
  const atDoor: AccessSchool['atDoor'] = (work) => inSchool(db, signingIn(schoolId), work)
  const asWorker: AccessSchool['asWorker'] = (work) => inSchool(db, workerIn(schoolId), work)
  const close = async () => {
    await app.close()
    if (!test) await own.close()
  }
  const school = { test: own, deps, schoolId, slug, lead, head, teacher, app, atDoor, asWorker, close }
  for (const adult of [lead, head, teacher]) await givePassword(school, adult)
  return school
}

/** Puts the good password in force, as if the person had chosen it, without the half second that judging it takes. */
export async function givePassword({ atDoor }: AccessSchool, { username }: Adult, password = GOOD): Promise<void> {
  const hash = await hashPassword(testKeys.password, password)
  await atDoor(async (tx) => {
    const db = tables<{ account: { id: string; username: string }; account_password: object }>(tx)
    const { id } = await db
      .selectFrom('account')
      .select('id')
      .where('username', '=', username)
      .executeTakeFirstOrThrow()
    const row = { school_id: tx.actor.schoolId, account_id: id, hash, set_at: tx.now }
    await db
      .insertInto('account_password')
      .values(row as never)
      .execute()
    const done = { must_change_since: null, password_changed_at: tx.now }
    await db
      .updateTable('account')
      .set(done as never)
      .where('id', '=', id)
      .execute()
  })
}

/** The routes with the web around them, as app.ts puts them together, and three pages of a made-up later module. */
async function serving(deps: Deps): Promise<FastifyInstance> {
  const app = fastify({ trustProxy: 'loopback' })
  app.addHook('onRequest', identify(deps))
  app.addHook('preHandler', enforce)
  await installWeb(app, {
    assetFolder: join(projectRoot(), 'build/assets'),
    key: deps.keys.csrf,
    secure: deps.publicUrl.startsWith('https:'),
    sessionOf: sessionKeyOf,
    urls: { home: '/today', signIn: '/sign-in', signOut: '/sign-out', account: '/account' },
    frame: async (request) => ({ school: null, person: personOf(request), navigation: [] }),
  })
  accessRoutes(app, deps)
  app.get('/today', needs('signed-in'), async (request) => `in: ${visitorOf(request)?.personId}`)
  app.get('/triage', needs('concerns.triage'), async () => 'triage')
  app.post('/triage', needs('concerns.triage'), async () => 'done')
  app.get('/forgotten', async () => 'nobody said who may see this')
  return app
}

/** The actor that an adult is on the web, in posts and powers that the test names. */
export const webActor = (
  school: AccessSchool,
  adult: Adult,
  posts: readonly string[],
  powers: readonly string[],
): Actor => ({
  schoolId: school.schoolId,
  personId: adult.id,
  posts: new Set(posts as PostId[]),
  powers: new Set(powers),
  channel: 'web',
})

export interface Answer {
  readonly status: number
  readonly location: string | null
  readonly body: string
}

/** A browser: keeps cookies, follows nothing, sends the token of the last page, and checks every page it is shown. */
export interface Visitor {
  readonly cookies: Map<string, string>
  readonly get: (url: string) => Promise<Answer>
  readonly post: (url: string, fields?: Readonly<Record<string, string>>) => Promise<Answer>
}

/** A new browser at an address of the network. */
export function visitor({ app }: AccessSchool, remoteAddress = '192.0.2.1'): Visitor {
  const cookies = new Map<string, string>()
  let token = ''
  const send = async (method: 'GET' | 'POST', url: string, payload?: string): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const type = payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await app.inject({ method, url, remoteAddress, headers: { cookie, ...type }, payload })
    for (const { name, value } of answer.cookies) {
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    if (answer.headers['content-type']?.toString().startsWith('text/html')) checkPage(answer.body)
    token = /name="_csrf" value="([^"]+)"/.exec(answer.body)?.[1] ?? token
    return { status: answer.statusCode, location: answer.headers.location ?? null, body: answer.body }
  }
  return {
    cookies,
    get: (url) => send('GET', url),
    post: (url, fields = {}) => send('POST', url, new URLSearchParams({ _csrf: token, ...fields }).toString()),
  }
}

/** Signs an adult in by password as far as it goes. */
export async function signIn(school: AccessSchool, { username }: Adult, password = GOOD, who = visitor(school)) {
  await who.get(`/sign-in/${school.slug}`)
  const answer = await who.post(`/sign-in/${school.slug}`, { username, password })
  return { who, answer }
}
