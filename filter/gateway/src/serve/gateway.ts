import type { Snapshot } from '../../../engine/src/index.js'
import { readNeighbours } from '../clients/neighbours.js'
import { MemoryShort } from '../problem.js'
import type { GatewayConfig } from '../config/gateway-config.js'
import { removeOld } from '../log/sender.js'
import type { GatewayEvent } from '../status/health.js'
import { type Listeners, listen } from './listeners.js'
import { makeParts, type Parts } from './parts.js'
import { judgeSwap } from './swap.js'
import { Watch } from './watch.js'
import { devicesOf, networksOf, peopleOf } from './registers.js'

/** How a gateway is started. */
export interface GatewayOptions {
  readonly config: GatewayConfig
  /** Opens the snapshot that the configuration names, beside the one in force; throws, with a sentence, when it may not be used. */
  readonly open: (inForce: Snapshot) => Promise<Snapshot>
  /** What decides while there is no snapshot: everything is blocked but help. */
  readonly shut: Snapshot
  /** Several processes serve the same ports. */
  readonly shared: boolean
  readonly writer: string
  readonly tell: (event: GatewayEvent) => void
  readonly clock?: () => number
  /** Bytes that this process may still take; asked of the machine unless given. */
  readonly freeMemory?: () => number
}

const TICK_MS = 1_000
const NEIGHBOURS_EVERY = 15
const HOUSEKEEPING_EVERY = 3_600
const KEPT_DAYS = 30
const GRACE_MS = 3_000

/**
 * A running gateway. It starts even without a snapshot, because a filter that is away would be taken out of the way; it
 * then blocks everything but help, and says so.
 */
export class Gateway {
  readonly parts: Parts
  readonly #options: GatewayOptions
  #listeners: Listeners | null = null
  #timer: NodeJS.Timeout | null = null
  readonly #watch: Watch
  #ticks = 0
  #busy = false

  constructor(options: GatewayOptions) {
    this.#options = options
    const { config, shut, writer, tell, clock = Date.now } = options
    const { freeMemory = () => process.availableMemory() } = options
    this.parts = makeParts({ config, snapshot: shut, writer, tell, clock, freeMemory })
    this.#watch = new Watch((event) => this.#tell(event))
  }

  /** Where it listens; only while it does. */
  get ports(): Listeners['ports'] {
    return this.#listeners?.ports ?? {}
  }

  async start(): Promise<void> {
    const { config, shared } = this.#options
    this.parts.clients.use({
      networks: networksOf(config),
      devices: devicesOf(config),
      neighbours: await readNeighbours(),
    })
    this.parts.layerMemory.read()
    this.#tellOfMemory()
    await this.#useNewSnapshot()
    this.#listeners = await listen(this.parts, shared)
    this.#timer = setInterval(() => void this.#tick(), TICK_MS)
  }

  /** Takes a new snapshot, new registers and a new certificate into use between two questions. What is wrong with them leaves the old in force. */
  async reload(): Promise<void> {
    await this.#useNewSnapshot()
    try {
      const { config } = this.#options
      const people = peopleOf(config)
      this.parts.clients.use({
        networks: networksOf(config),
        devices: devicesOf(config),
        neighbours: await readNeighbours(),
      })
      if (people !== null) this.parts.signIn?.use(people)
    } catch (fault) {
      const sentence = `The registers stay as they were. ${messageOf(fault)}`
      this.#tell({ type: 'registers.refused', alarm: true, sentence })
    }
    try {
      this.parts.certificate?.renew()
    } catch (fault) {
      const sentence = `The certificate stays as it was. ${messageOf(fault)}`
      this.#tell({ type: 'certificate.refused', alarm: true, sentence })
    }
    collectOld()
  }

  /** Takes no new questions, ends those that are out, and leaves the whole log on disk. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer)
    await this.#listeners?.close(GRACE_MS)
    this.parts.recursion.forwarder.close()
    this.parts.log.flush()
    await this.parts.spool.close()
  }

  async #useNewSnapshot(): Promise<void> {
    const { rulings, recursion, layerMemory } = this.parts
    const { number } = rulings.snapshot.id
    const stays = number === 0 ? 'Everything but help is blocked.' : `Snapshot ${number} stays in force.`
    try {
      const next = await this.#options.open(rulings.snapshot)
      const { taken, sentence, ...told } = judgeSwap(layerMemory.inForce, next)
      if (taken) rulings.swap(next)
      this.#tell({ ...told, sentence: taken ? sentence : `${sentence} ${stays}` })
      if (taken) this.#remember(next)
    } catch (fault) {
      this.#tell({
        type: fault instanceof MemoryShort ? 'memory.short' : 'snapshot.refused',
        alarm: true,
        sentence: `The snapshot was refused: ${messageOf(fault)} ${stays}`,
      })
    }
    // Safe search may lead elsewhere under the new policy.
    recursion.cache.clear()
  }

  #remember(taken: Snapshot): void {
    this.parts.layerMemory.keep(taken)
    this.#tellOfMemory()
  }

  #tellOfMemory(): void {
    const { trouble } = this.parts.layerMemory
    if (trouble !== null) this.#tell({ type: 'illegal-layer.memory', alarm: true, sentence: trouble })
  }

  #tell(event: Omit<GatewayEvent, 'at'>): void {
    this.parts.events.add({ ...event, at: this.parts.clock() })
  }

  async #tick(): Promise<void> {
    const { log, spool, sender, clients, clock, config } = this.parts
    log.flush()
    this.#watch.look(this.parts.rulings.snapshot, clock(), performance.now())
    // Sending may take longer than a second: one at a time.
    if (this.#busy) return
    this.#busy = true
    try {
      if (this.#ticks % NEIGHBOURS_EVERY === 0) clients.see(await readNeighbours())
      await spool.turn()
      await sender?.send(clock())
      if (sender === null && this.#ticks % HOUSEKEEPING_EVERY === 0)
        await removeOld(spool, config.log.days ?? KEPT_DAYS, clock())
    } catch (fault) {
      this.#tell({ type: 'housekeeping.failed', alarm: true, sentence: `Housekeeping failed: ${messageOf(fault)}` })
    } finally {
      this.#ticks++
      this.#busy = false
    }
  }
}

/**
 * Has the snapshot before collected now: a gateway makes so little garbage that it would lie in memory beside the new one until
 * the next night. Does nothing where the process was not started with that right (bin/lib/gateway-process.mjs).
 */
function collectOld(): void {
  void globalThis.gc?.({ type: 'major', execution: 'async' })
}

const messageOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault))
