import type { FilterEvent } from '../../../engine/src/index.js'

/** How one part of the gateway stands, and what it does when it fails: the failure behaviour, written once, shown always. */
export interface PartHealth {
  readonly id: string
  readonly title: string
  /** 'failing': it does what `whenItFails` says, now. */
  readonly state: 'well' | 'failing' | 'not used'
  /** What was seen, in one sentence. Holds no person's name and no site. */
  readonly now: string
  /** What happens while it fails. Never "everything is let through". */
  readonly whenItFails: string
}

/** What the engine tells, and what only a gateway can. */
export interface GatewayEvent extends Omit<FilterEvent, 'type'> {
  readonly type: FilterEvent['type'] | 'registers.refused' | 'illegal-layer.memory' | 'housekeeping.failed'
}

const MOST_EVENTS = 50

/** The latest things that somebody should know of. Bounded; the log has all of them. */
export class Events {
  readonly #events: GatewayEvent[] = []
  readonly #tell: (event: GatewayEvent) => void

  constructor(tell: (event: GatewayEvent) => void) {
    this.#tell = tell
  }

  add(event: GatewayEvent): void {
    this.#events.unshift(event)
    this.#events.length = Math.min(this.#events.length, MOST_EVENTS)
    this.#tell(event)
  }

  get latest(): readonly GatewayEvent[] {
    return this.#events
  }

  get alarms(): number {
    return this.#events.filter(({ alarm }) => alarm).length
  }
}
