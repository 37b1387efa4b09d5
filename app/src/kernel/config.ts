import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { projectRoot } from './root.js'
import { SetupProblem } from './setup-problem.js'

/** What the environment says about this installation. Nothing that a school decides belongs here: that is in packs. */
export interface Config {
  /** 0 means any free port, for tests. */
  readonly port: number
  /** The address to listen on; '127.0.0.1' unless said otherwise, so that nothing is open to a network by accident. */
  readonly host: string
  /** Where records live when the database is the built-in one. An absolute path. */
  readonly dataFolder: string
  /** A PostgreSQL of the school's own, as the owner; null means the built-in one. */
  readonly databaseUrl: string | null
  /** The file with the one secret from which every key is derived. An absolute path. */
  readonly secretFile: string
  /** Where mail leaves; null while the school has none and messages wait in the outbox. */
  readonly smtpUrl: string | null
  /** The address that people know us by, without a slash at its end. */
  readonly publicUrl: string
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the settings from the environment; an empty one counts as not set. Every bad value gives one plain sentence,
 * all of them together in one SetupProblem. No value is repeated in it that may hold a password.
 */
export function readConfig(env: Environment): Config {
  const problems: string[] = []
  const read = <R>(name: string, standard: R, parse: (text: string) => R | SetupProblem): R => {
    const text = env[name]?.trim()
    if (text === undefined || text === '') return standard
    const parsed = parse(text)
    if (!(parsed instanceof SetupProblem)) return parsed
    problems.push(parsed.message)
    return standard
  }
  const dataFolder = read('HEDGEROW_DATA', join(projectRoot(), 'data'), (text) => resolve(text))
  const port = read('PORT', 4470, parsePort)
  const config: Config = {
    port,
    host: read('HOST', '127.0.0.1', parseHost),
    dataFolder,
    databaseUrl: read<string | null>('DATABASE_URL', null, parseDatabaseUrl),
    secretFile: read('HEDGEROW_SECRET_FILE', join(dataFolder, 'secret'), (text) => resolve(text)),
    smtpUrl: read<string | null>('SMTP_URL', null, parseSmtpUrl),
    publicUrl: read('HEDGEROW_PUBLIC_URL', `http://localhost:${port}`, parsePublicUrl),
  }
  if (problems.length > 0) throw new SetupProblem(problems.join('\n'))
  return config
}

function parsePort(text: string): number | SetupProblem {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  return new SetupProblem(`PORT must be a whole number from 1 to 65535, such as 4470; it is "${text}".`)
}

function parseHost(text: string): string | SetupProblem {
  if (isIP(text) !== 0 || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(text)) return text
  return new SetupProblem(`HOST must be one address to listen on, such as 127.0.0.1 or 0.0.0.0; it is "${text}".`)
}

function parseDatabaseUrl(text: string): string | SetupProblem {
  const url = URL.parse(text)
  if (url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1) return text
  return new SetupProblem('DATABASE_URL must look like postgres://user:password@host:5432/database.')
}

function parseSmtpUrl(text: string): string | SetupProblem {
  const url = URL.parse(text)
  if (url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '') return text
  return new SetupProblem(
    'SMTP_URL must look like smtp://user:password@mail.example.org:587, or smtps:// and port 465.',
  )
}

function parsePublicUrl(text: string): string | SetupProblem {
  const url = URL.parse(text)
  const bare = url !== null && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
  if (bare && /^https?:$/.test(url.protocol)) return url.origin
  return new SetupProblem(
    'HEDGEROW_PUBLIC_URL must be an address with nothing after the host, such as https://safe.example.org.',
  )
}
