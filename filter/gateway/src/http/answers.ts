/** An answer of the gateway's own: the proxy's, a block page, the status. */
export interface OwnAnswer {
  readonly status: number
  readonly type: string
  readonly body: Buffer
  readonly headers?: Readonly<Record<string, string>>
}

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  302: 'Found',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  407: 'Proxy Authentication Required',
  408: 'Request Timeout',
  413: 'Content Too Large',
  414: 'URI Too Long',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  505: 'HTTP Version Not Supported',
}

/** The answers that are given again and again ("blocked", "allow"), as they go over the wire on a connection that stays open. */
const kept = new WeakMap<OwnAnswer, Buffer>()

/** The bytes of an answer. `keep` leaves the connection open for the next request; `bodiless` answers a HEAD. */
export function answerBytes(answer: OwnAnswer, { keep, bodiless }: { keep: boolean; bodiless: boolean }): Buffer {
  if (!keep || bodiless) return written(answer, { keep, bodiless })
  const known = kept.get(answer)
  if (known !== undefined) return known
  const bytes = written(answer, { keep, bodiless })
  kept.set(answer, bytes)
  return bytes
}

function written(answer: OwnAnswer, { keep, bodiless }: { keep: boolean; bodiless: boolean }): Buffer {
  const lines = [
    `HTTP/1.1 ${answer.status} ${REASONS[answer.status] ?? 'Refused'}`,
    `Content-Type: ${answer.type}`,
    `Content-Length: ${answer.body.length}`,
    'Cache-Control: no-store',
    ...Object.entries(answer.headers ?? {}).map(([name, value]) => `${name}: ${value}`),
    keep ? 'Connection: keep-alive' : 'Connection: close',
  ]
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
  return bodiless ? head : Buffer.concat([head, answer.body])
}

/** One plain sentence, for what is not a page that a child would see. */
export const sentence = (status: number, text: string, headers?: Readonly<Record<string, string>>): OwnAnswer => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: Buffer.from(`${text}\n`),
  ...(headers === undefined ? {} : { headers }),
})
