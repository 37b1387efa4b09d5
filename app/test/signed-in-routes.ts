import { join } from 'node:path'
import fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../src/engine/deps.js'
import type { Module } from '../src/engine/module.js'
import type { Actor } from '../src/kernel/actor.js'
import type { Db } from '../src/kernel/db/database.js'
import { projectRoot } from '../src/kernel/root.js'
import { testFrame } from '../src/web/gallery/test-frame.js'
import { installWeb } from '../src/web/install-web.js'
import { setActor } from '../src/web/who.js'
import { testKeys } from './database.js'

/** A page as somebody got it. */
export interface Got {
  readonly status: number
  readonly html: string
  readonly location: string | null
}

/** The routes of one module, asked by people who are simply said to be signed in: what they may do is still asked. */
export interface SignedInRoutes {
  readonly get: (as: Actor, url: string) => Promise<Got>
  /** Sends a form: the fields that its page carries hidden, and these. `from` is that page, where it is not at the same address. */
  readonly post: (
    as: Actor,
    url: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
    from?: string,
  ) => Promise<Got>
  /** Sends a form with files, by field and name, as a browser does. */
  readonly upload: (
    as: Actor,
    url: string,
    files: Readonly<Record<string, string | Uint8Array>>,
    fields?: Readonly<Record<string, string>>,
  ) => Promise<Got>
  /** Serves a browser, in which this person is signed in. Returns the address. */
  readonly serve: (as: Actor) => Promise<string>
  readonly close: () => Promise<void>
}

/** The routes of one module, behind the same doors as in the product, for whoever is signed in at the moment. */
async function serving(db: Db, module: Module, actorNow: () => Actor | null): Promise<FastifyInstance> {
  const app = fastify()
  app.addHook('onRequest', (request, _reply, done) => {
    const actor = actorNow()
    if (actor) setActor(request, actor)
    done()
  })
  app.addHook('preHandler', (request, reply, done) => {
    const access = request.routeOptions.config.access
    const allowed = access === 'public' || access === 'signed-in' || (access && actorNow()?.powers.has(access))
    if (request.routeOptions.url?.startsWith('/assets') || allowed) done()
    else void reply.code(403).send('not allowed')
  })
  await installWeb(app, {
    assetFolder: join(projectRoot(), 'build/assets'),
    key: testKeys.csrf,
    secure: false,
    sessionOf: () => 'a test session',
    urls: testFrame.urls,
    frame: () => Promise.resolve(testFrame),
  })
  const deps = { db, keys: testKeys, publicUrl: 'http://localhost', smtpUrl: null, modules: [module] }
  module.routes(app, deps as Deps)
  return app
}

export async function signedInRoutes(db: Db, module: Module): Promise<SignedInRoutes> {
  let actor: Actor | null = null
  const app = await serving(db, module, () => actor)
  const get = async (as: Actor, url: string): Promise<Got> => {
    actor = as
    return gotFrom(await app.inject({ method: 'GET', url }))
  }
  return {
    get,
    post: async (as, url, fields, from = url) => {
      const page = await get(as, from)
      const body = new URLSearchParams(hiddenIn(page.html))
      for (const [name, value] of Object.entries(fields)) {
        body.delete(name)
        for (const one of [value].flat()) body.append(name, one)
      }
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      return gotFrom(await app.inject({ method: 'POST', url, headers, payload: body.toString() }))
    },
    upload: async (as, url, files, fields = {}) => {
      const page = await get(as, url)
      const form = new FormData()
      for (const [name, value] of Object.entries({ ...hiddenIn(page.html), ...fields })) form.append(name, value)
      for (const [name, content] of Object.entries(files)) form.append('files', new Blob([content as string]), name)
      const sent = new Response(form)
      const headers = { 'content-type': sent.headers.get('content-type') ?? '' }
      return gotFrom(await app.inject({ method: 'POST', url, headers, payload: Buffer.from(await sent.arrayBuffer()) }))
    },
    serve: async (as) => {
      actor = as
      return app.listen({ port: 0, host: '127.0.0.1' })
    },
    close: () => app.close(),
  }
}

const gotFrom = (answer: Awaited<ReturnType<FastifyInstance['inject']>>): Got => ({
  status: answer.statusCode,
  html: answer.body,
  location: typeof answer.headers.location === 'string' ? answer.headers.location : null,
})

/** The fields that a page carries hidden, each once: the header's own form has a token too. */
const hiddenIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
