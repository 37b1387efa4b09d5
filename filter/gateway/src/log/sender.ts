import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Spool } from './spool.js'

/** Where the log goes. */
export interface Centre {
  readonly url: string
  /** Sent as a bearer token. */
  readonly token: string
}

const WAIT_MS = 2_000
const LONGEST_WAIT_MS = 5 * 60_000
const TIMEOUT_MS = 30_000
const pack = promisify(gzip)

/**
 * Sends the spool's files to the centre, oldest first, and removes each only once the centre has said that it has it.
 * The file's name goes along, so that a centre which was cut off after it had stored one stores it once. While the
 * centre is away the wait doubles up to five minutes.
 */
export class Sender {
  readonly #spool: Spool
  readonly #centre: Centre
  #wait = WAIT_MS
  #notBefore = 0
  sent = 0
  /** Why the last attempt failed, and since when they do; null while the centre takes the log. */
  away: { readonly since: number; readonly why: string } | null = null

  constructor(spool: Spool, centre: Centre) {
    this.#spool = spool
    this.#centre = centre
  }

  /** Sends what is ready. Never throws. */
  async send(now: number): Promise<void> {
    if (now < this.#notBefore) return
    try {
      for (const path of await this.#spool.ready()) {
        await this.#post(path)
        await this.#spool.remove(path)
        this.sent++
        this.#wait = WAIT_MS
        this.away = null
      }
    } catch (fault) {
      this.away = { since: this.away?.since ?? now, why: reasonOf(fault) }
      this.#notBefore = now + this.#wait
      this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT_MS)
    }
  }

  async #post(path: string): Promise<void> {
    const response = await fetch(this.#centre.url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.#centre.token}`,
        'content-type': 'text/tab-separated-values',
        'content-encoding': 'gzip',
        'hedgerow-log-file': basename(path),
      },
      body: await pack(await readFile(path)),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    await response.body?.cancel()
    if (!response.ok) throw new Error(`it answered ${response.status}`)
  }
}

/** fetch hides why behind "fetch failed". */
const reasonOf = (fault: unknown): string => {
  if (!(fault instanceof Error)) return String(fault)
  return fault.cause instanceof Error ? fault.cause.message : fault.message
}

/** Removes files older than so many days: a school without a centre keeps its log here, and not for ever. */
export async function removeOld(spool: Spool, days: number, now: number): Promise<void> {
  for (const path of await spool.ready()) {
    const { mtimeMs } = await stat(path)
    if (now - mtimeMs > days * 86_400_000) await spool.remove(path)
  }
}
