import type { Outgoing } from './outgoing.js'
import { Upstream, type UpstreamAddress, type UpstreamState } from './upstream.js'

/** How upstreams are asked. */
export interface ForwarderOptions {
  readonly upstreams: readonly UpstreamAddress[]
  /** How long one upstream may take. */
  readonly timeoutMs: number
  /** Questions out at once; further ones fail at once, so that a dead upstream does not fill the memory. */
  readonly mostAtOnce: number
}

/** A silent upstream is tried last, but tried again after this long. */
const REST_MS = 3_000

/** Asks the upstreams in turn until one answers; the same question asked by many at once goes out once. */
export class Forwarder {
  readonly #upstreams: readonly Upstream[]
  readonly #mostAtOnce: number
  readonly #out = new Map<string, Promise<Buffer | null>>()
  /** Questions that were not sent because too many were out. */
  refused = 0

  constructor({ upstreams, timeoutMs, mostAtOnce }: ForwarderOptions) {
    this.#upstreams = upstreams.map((at) => new Upstream(at, timeoutMs))
    this.#mostAtOnce = mostAtOnce
  }

  get states(): readonly UpstreamState[] {
    return this.#upstreams.map(({ state }) => state)
  }

  get waiting(): number {
    return this.#out.size
  }

  /** An upstream's packet, or null when none answered. Never throws. */
  ask(question: Outgoing): Promise<Buffer | null> {
    const key = question.packet.toString('latin1')
    const out = this.#out.get(key)
    if (out !== undefined) return out
    if (this.#out.size >= this.#mostAtOnce) {
      this.refused++
      return Promise.resolve(null)
    }
    const asked = this.#askInTurn(question).finally(() => this.#out.delete(key))
    this.#out.set(key, asked)
    return asked
  }

  close(): void {
    for (const upstream of this.#upstreams) upstream.close()
  }

  async #askInTurn(question: Outgoing): Promise<Buffer | null> {
    const rested = Date.now() - REST_MS
    const order = this.#upstreams.toSorted((a, b) => weariness(a, rested) - weariness(b, rested))
    for (const upstream of order) {
      const packet = await upstream.ask(question)
      if (packet !== null) return packet
    }
    return null
  }
}

/** 0 answers, or has rested and deserves a try; 1 was silent a moment ago. */
const weariness = ({ state }: Upstream, rested: number): number =>
  state.silentSince === null || state.silentSince < rested ? 0 : 1
