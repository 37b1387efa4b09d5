import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'

/** A raw conversation with a port of this machine. */
export class Talk {
  readonly socket: Socket
  #heard = ''
  ended = false

  constructor(port: number) {
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.socket.on('data', (part) => (this.#heard += part.toString('latin1')))
    this.socket.on('close', () => (this.ended = true))
    this.socket.on('error', () => (this.ended = true))
  }

  get heard(): string {
    return this.#heard
  }

  say(text: string | Buffer): this {
    this.socket.write(text)
    return this
  }

  /** Waits until what was heard matches, or the other side has closed; gives all that was heard. */
  async until(pattern: RegExp, waitMs = 3_000): Promise<string> {
    const end = performance.now() + waitMs
    while (!pattern.test(this.#heard) && !this.ended && performance.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 5))
    return this.#heard
  }

  /** Waits until the other side has closed. */
  async untilClosed(waitMs = 3_000): Promise<string> {
    const end = performance.now() + waitMs
    while (!this.ended && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 5))
    return this.ended ? this.#heard : `${this.#heard} (still open)`
  }

  close(): void {
    this.socket.destroy()
  }
}

/** A server on a free port. It keeps no test from ending, and a connection that breaks off breaks nothing else. */
export async function listenWith(onConnection: (socket: Socket) => unknown): Promise<{ port: number; server: Server }> {
  const server = createServer((socket) => void onConnection(socket.on('error', () => undefined)))
  await new Promise<void>((resolve) => server.unref().listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as AddressInfo).port, server }
}

/** A site for tests: hears everything, answers as it is told to. */
export async function startSite(
  answer: (heard: string, socket: Socket) => string | null,
): Promise<{ port: number; heard: string[]; server: Server }> {
  const heard: string[] = []
  const { port, server } = await listenWith((socket) => {
    const at = heard.push('') - 1
    socket.on('data', (part) => {
      heard[at] += part.toString('latin1')
      const said = answer(heard[at] ?? '', socket)
      if (said !== null) socket.end(said, 'latin1')
    })
  })
  return { port, heard, server }
}

/** The first bytes of a real TLS connection to this name. */
export async function helloFor(servername: string | null): Promise<Buffer> {
  const site = await startSite(() => null)
  const client = connectTls({ port: site.port, host: '127.0.0.1', ...(servername === null ? {} : { servername }) })
  client.on('error', () => undefined)
  while (!site.heard[0]) await new Promise((resolve) => setTimeout(resolve, 2))
  client.destroy()
  site.server.close()
  return Buffer.from(site.heard[0], 'latin1')
}
