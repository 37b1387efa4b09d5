import { readFileSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { accentCss, accentFault } from './accent.js'
import { assetsFrom, type Assets } from './assets.js'

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

interface AssetFile {
  readonly type: string
  readonly plain: Buffer
  readonly br: Buffer | null
  readonly gzip: Buffer | null
}

/**
 * Serves a built asset folder at /assets/ from memory (some 200 KB), compressed at build time. Names change with the
 * content, so browsers may keep them for good. Returns the addresses for pages. Throws when the folder was never built.
 */
export function serveAssets(app: FastifyInstance, folder: string): Assets {
  const files = readAssets(folder)
  app.get<{ Params: { name: string } }>('/assets/:name', (request, reply) => {
    const file = files.get(request.params.name)
    if (!file) return reply.callNotFound()
    void immutable(reply, `"${request.params.name}"`).header('content-type', file.type)
    if (request.headers['if-none-match'] === `"${request.params.name}"`) return reply.code(304).send()
    return sendSmallest(reply, file, request.headers['accept-encoding'] ?? '')
  })
  app.get<{ Params: { file: string } }>('/assets/accent/:file', (request, reply) => {
    const colour = `#${request.params.file.replace(/\.css$/, '')}`
    if (accentFault(colour)) return reply.callNotFound()
    return immutable(reply, `"${colour}"`).header('content-type', types['.css']).send(accentCss(colour))
  })
  return assetsFrom(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>)
}

function readAssets(folder: string): ReadonlyMap<string, AssetFile> {
  const names = new Set(readdirSync(folder))
  const read = (name: string) => (names.has(name) ? readFileSync(join(folder, name)) : null)
  const files = new Map<string, AssetFile>()
  for (const name of names) {
    const type = types[extname(name)]
    const plain = read(name)
    if (type && plain) files.set(name, { type, plain, br: read(`${name}.br`), gzip: read(`${name}.gz`) })
  }
  return files
}

function immutable(reply: FastifyReply, tag: string): FastifyReply {
  return reply.headers({
    'cache-control': 'public, max-age=31536000, immutable',
    etag: tag,
    vary: 'accept-encoding',
  })
}

function sendSmallest(reply: FastifyReply, file: AssetFile, accepted: string): FastifyReply {
  if (file.br && accepts(accepted, 'br')) return reply.header('content-encoding', 'br').send(file.br)
  if (file.gzip && accepts(accepted, 'gzip')) return reply.header('content-encoding', 'gzip').send(file.gzip)
  return reply.send(file.plain)
}

/** Whether an Accept-Encoding header allows a coding; one with q=0 is refused by it. */
function accepts(header: string, coding: string): boolean {
  const offer = header.split(',').find((part) => part.trim().split(';')[0] === coding)
  return offer !== undefined && !/;\s*q=0(\.0*)?\s*$/.test(offer)
}
