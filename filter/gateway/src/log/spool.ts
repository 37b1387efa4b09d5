import { mkdirSync, readdirSync, statSync } from 'node:fs'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { LogSink } from './log-lines.js'

/** Where the log lies until it is sent, and how much of it may. */
export interface SpoolOptions {
  readonly folder: string
  /** Tells the files of gateways that share a folder apart. */
  readonly writer: string
  readonly bytes: number
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number
}

interface Lines {
  readonly buffer: Buffer
  readonly length: number
}

const FILE_BYTES = 4 * 1024 * 1024
/** Buffers of 64 KB that may wait for a slow disk, and those kept to be used again. */
const MOST_WAITING = 64
const MOST_SPARE = 4
const MOST_AT_ONCE = 16
const OPEN = '.open'

/**
 * Lines of the log on disk, in files of some megabytes named by time. A file that is full or a minute old is shut and
 * may be sent; one that a crash left open is shut at the next start. Its whole size is bounded.
 */
export class Spool implements LogSink {
  readonly #options: SpoolOptions
  readonly #waiting: Lines[] = []
  readonly #spare: Buffer[] = []
  #file: { readonly handle: FileHandle; readonly path: string; bytes: number; readonly since: number } | null = null
  #writing: Promise<void> | null = null
  #bytes = 0
  #serial = 0
  /** What the disk said when it last refused; null once it takes lines again. */
  fault: string | null = null

  constructor(options: SpoolOptions) {
    this.#options = options
    mkdirSync(options.folder, { recursive: true, mode: 0o700 })
    for (const name of readdirSync(options.folder)) this.#bytes += statSync(join(options.folder, name)).size
  }

  get bytes(): number {
    return this.#bytes
  }

  get full(): boolean {
    return this.#bytes >= this.#options.bytes
  }

  spare(): Buffer | undefined {
    return this.#spare.pop()
  }

  take(buffer: Buffer, length: number): boolean {
    if (this.full || this.#waiting.length >= MOST_WAITING) return false
    this.#waiting.push({ buffer, length })
    this.#bytes += length
    this.#writing ??= this.#write().finally(() => (this.#writing = null))
    return true
  }

  /** Shuts the file in hand if it is a minute old, so that quiet schools' logs leave too. */
  async turn(oldestMs = 60_000): Promise<void> {
    await this.#writing
    if (this.#file !== null && this.#options.clock() - this.#file.since >= oldestMs) await this.#shut()
  }

  /** The files that may be sent, oldest first, and those that a gateway which is gone left open. */
  async ready(): Promise<readonly string[]> {
    const names = readdirSync(this.#options.folder).toSorted()
    const left = names.filter((name) => name.endsWith(OPEN) && this.#isOurs(name) && name !== this.#openName())
    for (const name of left) await rename(this.#path(name), this.#path(name.slice(0, -OPEN.length)))
    return readdirSync(this.#options.folder)
      .filter((name) => name.endsWith('.tsv') && this.#isOurs(name))
      .toSorted()
      .map((name) => this.#path(name))
  }

  /** Forgets a file: it has arrived, or its time is over. */
  async remove(path: string): Promise<void> {
    const { size } = statSync(path)
    await rm(path)
    this.#bytes -= size
  }

  async close(): Promise<void> {
    await this.#writing
    await this.#shut()
  }

  /** Each process of a gateway sends what it wrote itself; nobody sends a line twice. */
  #isOurs(name: string): boolean {
    return name.includes(`.${this.#options.writer}.`)
  }

  #openName(): string | null {
    return this.#file === null ? null : `${this.#file.path.split('/').at(-1) ?? ''}${OPEN}`
  }

  #path(name: string): string {
    return join(this.#options.folder, name)
  }

  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const some = this.#waiting.splice(0, MOST_AT_ONCE)
      try {
        const file = (this.#file ??= await this.#begin())
        const { bytesWritten } = await file.handle.writev(some.map(({ buffer, length }) => buffer.subarray(0, length)))
        file.bytes += bytesWritten
        this.#keepSpare(some)
        this.fault = null
        if (file.bytes >= FILE_BYTES) await this.#shut()
      } catch (fault) {
        // A full disk: the lines stay in memory until there are too many of them, then they are refused and counted.
        this.fault = fault instanceof Error ? fault.message : String(fault)
        this.#waiting.unshift(...some)
        await new Promise((resolve) => setTimeout(resolve, 1_000).unref())
      }
    }
  }

  #keepSpare(written: readonly Lines[]): void {
    for (const { buffer } of written) if (this.#spare.length < MOST_SPARE) this.#spare.push(buffer)
  }

  async #begin() {
    const since = this.#options.clock()
    const stamp = new Date(since).toISOString().replace(/[:.]/g, '-')
    const path = this.#path(`${stamp}.${this.#options.writer}.${String(this.#serial++).padStart(4, '0')}.tsv`)
    return { handle: await open(`${path}${OPEN}`, 'a', 0o600), path, bytes: 0, since }
  }

  async #shut(): Promise<void> {
    if (this.#file === null) return
    const { handle, path } = this.#file
    await handle.close()
    await rename(`${path}${OPEN}`, path)
    this.#file = null
  }
}
