import { createSocket, type Socket } from 'node:dgram'
import { isIPv6 } from 'node:net'
import { answers, type Outgoing, randomId } from './outgoing.js'
import { askOverTcp } from './upstream-tcp.js'

/** Where an upstream resolver listens. */
export interface UpstreamAddress {
  readonly address: string
  readonly port: number
}

/** An upstream as the status page shows it. */
export interface UpstreamState extends UpstreamAddress {
  readonly answered: number
  readonly failed: number
  /** Milliseconds of the gateway's clock since which it has not answered; null when it answers. */
  readonly silentSince: number | null
}

interface Waiting {
  readonly sent: Outgoing
  readonly id: number
  readonly done: (packet: Buffer | null) => void
  readonly timer: NodeJS.Timeout
}

interface Port {
  readonly socket: Socket
  readonly waiting: Map<number, Waiting>
  /** Connected: only then may be sent. */
  readonly ready: Promise<void>
  uses: number
}

/** Sockets open at once, each on a port of the system's choosing; who forges an answer must guess port and id. */
const PORTS = 8
/** After so many questions a socket is replaced by one on another port. */
const USES = 2_000

/** One upstream resolver: asks it over UDP, over TCP when the answer was cut short, and knows whether it answers. */
export class Upstream {
  readonly at: UpstreamAddress
  readonly #timeoutMs: number
  readonly #ports: (Port | undefined)[] = Array.from({ length: PORTS })
  #next = 0
  #answered = 0
  #failed = 0
  #silentSince: number | null = null

  constructor(at: UpstreamAddress, timeoutMs: number) {
    this.at = at
    this.#timeoutMs = timeoutMs
  }

  get state(): UpstreamState {
    return { ...this.at, answered: this.#answered, failed: this.#failed, silentSince: this.#silentSince }
  }

  /** The upstream's packet, with an id of its own, or null when it did not answer in time. Never throws. */
  async ask(question: Outgoing): Promise<Buffer | null> {
    const packet = await this.#overUdp(question)
    const whole = packet === null || !isCutShort(packet) ? packet : await this.#overTcp(question)
    if (whole === null) this.#failed++
    else this.#answered++
    this.#silentSince = whole === null ? (this.#silentSince ?? Date.now()) : null
    return whole
  }

  close(): void {
    for (const [at, port] of this.#ports.entries()) {
      if (port !== undefined) this.#shut(port)
      this.#ports[at] = undefined
    }
  }

  #overTcp(question: Outgoing): Promise<Buffer | null> {
    return askOverTcp(this.at, question, this.#timeoutMs)
  }

  #overUdp(sent: Outgoing): Promise<Buffer | null> {
    return new Promise((resolve) => {
      const port = this.#port()
      const id = unusedId(port)
      const done = (packet: Buffer | null): void => {
        clearTimeout(timer)
        port.waiting.delete(id)
        // A socket that was replaced while questions were out is shut with the last of them.
        if (port.uses >= USES && port.waiting.size === 0) close(port)
        resolve(packet)
      }
      const timer = setTimeout(done, this.#timeoutMs, null)
      port.waiting.set(id, { sent, id, done, timer })
      const packet = Buffer.from(sent.packet)
      packet.writeUInt16BE(id, 0)
      void port.ready.then(() => send(port, packet, done))
    })
  }

  #port(): Port {
    const at = this.#next++ % PORTS
    const open = this.#ports[at]
    if (open !== undefined && open.uses++ < USES) return open
    return (this.#ports[at] = this.#open())
  }

  #open(): Port {
    const socket = createSocket(isIPv6(this.at.address) ? 'udp6' : 'udp4')
    // Connected, the kernel lets nothing in but what comes from the upstream's address and port.
    const ready = new Promise<void>((resolve) => socket.connect(this.at.port, this.at.address, resolve))
    const port: Port = { socket, ready, waiting: new Map(), uses: 1 }
    socket.on('message', (packet) => receive(port, packet))
    socket.on('error', () => this.#refused(port))
    socket.unref()
    return port
  }

  /** Nothing listens there: whoever waits need not wait any longer. */
  #refused(port: Port): void {
    const at = this.#ports.indexOf(port)
    if (at >= 0) this.#ports[at] = undefined
    this.#shut(port)
  }

  #shut(port: Port): void {
    for (const { done } of port.waiting.values()) done(null)
    close(port)
  }
}

function send({ socket }: Port, packet: Buffer, done: (packet: null) => void): void {
  try {
    socket.send(packet, (error) => error === null || done(null))
  } catch {
    // Shut since the question was made: as good as no answer.
    done(null)
  }
}

function close({ socket }: Port): void {
  try {
    socket.close()
  } catch {
    // Closed already: the kernel and a timer may both tell of the same end.
  }
}

const isCutShort = (packet: Buffer): boolean => ((packet[2] ?? 0) & 0x02) !== 0

function receive(port: Port, packet: Buffer): void {
  const waiting = port.waiting.get(packet.length < 2 ? -1 : packet.readUInt16BE(0))
  if (waiting !== undefined && answers(packet, waiting.sent, waiting.id)) waiting.done(packet)
}

function unusedId(port: Port): number {
  for (;;) {
    const id = randomId()
    if (!port.waiting.has(id)) return id
  }
}
