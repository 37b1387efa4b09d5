import { pino, type DestinationStream, type LogFn, type Logger, type LoggerOptions } from 'pino'

/** The log of the whole process: Fastify's, the jobs' and the database supervisor's too. */
export type Log = Logger

/** What may be logged besides ids and numbers. A list of what is allowed, for nobody can list all that is not. */
const ALLOWED = new Set('code host job kind method mode queue reference route version'.split(' '))
/** Fields that a serializer below reduces to what is harmless. */
const SERIALISED = new Set(['err', 'req', 'res'])

const WITHHELD = '[withheld]'

/**
 * A log that holds ids, counts and codes, and nothing that somebody wrote or is called: any other field arrives as
 * '[withheld]', an error without its message (PostgreSQL and JSON quote the offending value in theirs), a request
 * without its address and without where it came from, which would undo an anonymous report.
 */
export function createLog(options: { readonly level?: string; readonly to?: DestinationStream } = {}): Log {
  const settings: LoggerOptions = {
    level: options.level ?? 'info',
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }), log: withhold },
    hooks: { logMethod: withoutTheErrorsWords },
    serializers: {
      err: errorWithoutMessage,
      req: requestWithoutAddress,
      res: ({ statusCode }: Answer) => ({ statusCode }),
    },
  }
  const log = options.to === undefined ? pino(settings) : pino(settings, options.to)
  // pino hands a child's own fields past the formatters; children inherit this, so it holds for theirs too.
  const child: unknown = Reflect.get(log, 'child')
  Object.assign(log, {
    child(this: Log, fields: Record<string, unknown>, more: unknown): unknown {
      return Reflect.apply(child as () => unknown, this, [withhold(fields), more])
    },
  })
  return log
}

/** pino takes an error's message for the line's when the line has none of its own. */
function withoutTheErrorsWords(this: Log, args: Parameters<LogFn>, method: LogFn): void {
  const [first, ...rest] = args as unknown[]
  const fields = first instanceof Error ? { err: first } : first
  const wordless = typeof fields === 'object' && fields !== null && 'err' in fields && rest[0] === undefined
  Reflect.apply(method, this, wordless ? [fields, 'Fault'] : [fields, ...rest])
}

function withhold(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, mayLog(name, value) ? value : WITHHELD]),
  )
}

function mayLog(name: string, value: unknown): boolean {
  if (SERIALISED.has(name)) return true
  if (typeof value !== 'string') return value === null || typeof value === 'number' || typeof value === 'boolean'
  return /(^id|Id)$/.test(name) ? /^[\w:.-]{1,80}$/.test(value) : ALLOWED.has(name) && value.length <= 80
}

interface Answer {
  readonly statusCode: number
}

interface Request {
  readonly id?: string
  readonly method?: string
  readonly routeOptions?: { readonly url?: string }
}

function requestWithoutAddress({ id, method, routeOptions }: Request): Record<string, unknown> {
  return { id, method, route: routeOptions?.url }
}

/** Its kind, its code, what of the schema it names, and where in our code it was thrown. */
function errorWithoutMessage(error: Error & Readonly<Record<string, unknown>>): Record<string, unknown> {
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const { code, table, constraint, routine } = error
  return { type: error.name, code, table, constraint, routine, at: places.map((line) => line.trim().slice(3)) }
}
