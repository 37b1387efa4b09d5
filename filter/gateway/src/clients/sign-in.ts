import { createHash } from 'node:crypto'
import { verify } from '@node-rs/argon2'
import { Client } from './client.js'
import type { Account } from './people-file.js'

/** How long a password that was right is taken to be right without reckoning its slow hash again. */
const KEPT_MS = 10 * 60_000
const MOST_KEPT = 4_096
/** Slow hashes reckoned at once; each takes 19 MB. */
const MOST_AT_ONCE = 4
const MOST_WAITING = 64
/** Wrong passwords in a minute from one address, after which it waits for the next minute. */
const MOST_WRONG = 30

/** What came of a sign-in. 'busy' and 'too-often' let nobody in and say so. */
export type SignedIn = Client | 'wrong' | 'busy' | 'too-often'

/** Checks what browsers send with every request (HTTP Basic) against argon2 hashes, without letting that be used to exhaust us. */
export class SignIn {
  #accounts: ReadonlyMap<string, Account>
  readonly #right = new Map<string, { readonly client: Client; readonly until: number }>()
  readonly #wrong = new Map<string, number>()
  #minute = 0
  #running = 0
  readonly #waiting: (() => void)[] = []

  constructor(accounts: ReadonlyMap<string, Account>) {
    this.#accounts = accounts
  }

  /** Takes a new file of people into use; who was removed or has a new password is asked again. */
  use(accounts: ReadonlyMap<string, Account>): void {
    this.#accounts = accounts
    this.#right.clear()
  }

  /** A sign-in that was right a moment ago; null when it has to be checked. */
  known(header: string, address: string, now: number): Client | null {
    const kept = this.#right.get(keyOf(header, address))
    return kept !== undefined && kept.until > now ? kept.client : null
  }

  async check(header: string, address: string, now: number): Promise<SignedIn> {
    if (this.#wrongFrom(address, now) >= MOST_WRONG) return 'too-often'
    if (this.#waiting.length >= MOST_WAITING) return 'busy'
    const given = readBasic(header)
    const account = given === null ? undefined : this.#accounts.get(given.name.toLowerCase())
    // A name that does not exist takes as long as one that does, so that names cannot be tried out by the clock.
    const right = await this.#inTurn(() => verify(account?.hash ?? NOBODY, given?.password ?? ''))
    if (!right || account === undefined) {
      this.#wrong.set(address, this.#wrongFrom(address, now) + 1)
      return 'wrong'
    }
    const client = new Client(account.who, address, 'sign-in')
    if (this.#right.size >= MOST_KEPT) this.#right.clear()
    this.#right.set(keyOf(header, address), { client, until: now + KEPT_MS })
    return client
  }

  #wrongFrom(address: string, now: number): number {
    const minute = Math.floor(now / 60_000)
    if (minute !== this.#minute) this.#wrong.clear()
    this.#minute = minute
    return this.#wrong.get(address) ?? 0
  }

  async #inTurn(work: () => Promise<boolean>): Promise<boolean> {
    if (this.#running >= MOST_AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#running++
    try {
      return await work()
    } catch {
      return false
    } finally {
      this.#running--
      this.#waiting.shift()?.()
    }
  }
}

/** A hash of a password that nobody knows. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$dGhlcmVpc25vYm9keWhlcmU$Uxyb1pQt7VRiKmYd1nOTvVbWKmbHqIyU9vpNKzRvuPs'

/** Only a digest is kept: a dump of the memory holds no password. */
const keyOf = (header: string, address: string): string =>
  createHash('sha256').update(`${address}\0${header}`).digest('base64')

function readBasic(header: string): { readonly name: string; readonly password: string } | null {
  const [, encoded] = /^basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header) ?? []
  if (encoded === undefined) return null
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  return colon < 0 ? null : { name: text.slice(0, colon), password: text.slice(colon + 1) }
}
