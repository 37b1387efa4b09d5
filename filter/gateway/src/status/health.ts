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
  readonly type:
    | FilterEvent['type']
    | 'registers.refused'
    | 'certificate.refused'
    | 'illegal-layer.memory'
    | 'housekeeping.failed'
    | 'filter.fault'
}

const MOST_EVENTS = 50
/** Different mistakes that are told of; a poisoned question that is asked again and again is told once. */
const MOST_FAULTS = 20

/** The latest things that somebody should know of. Bounded; the log has all of them. */
export class Events {
  readonly #events: GatewayEvent[] = []
  readonly #tell: (event: GatewayEvent) => void
  readonly #faults = new Set<string>()
  /** Questions that the filter itself made a mistake over. */
  faults = 0

  constructor(tell: (event: GatewayEvent) => void) {
    this.#tell = tell
  }

  add(event: GatewayEvent): void {
    this.#events.unshift(event)
    this.#events.length = Math.min(this.#events.length, MOST_EVENTS)
    this.#tell(event)
  }

  /**
   * A mistake of the filter's own over a question, seen by whoever reads questions, so that one that nobody foresaw ends
   * with that question and not with the filter. The mistake's place in the program is told; what was asked is not.
   */
  fault(fault: unknown, at: number): void {
    this.faults++
    const place = fault instanceof Error ? (/\n\s+at (.*)/.exec(fault.stack ?? '')?.[1] ?? fault.name) : 'no error'
    if (this.#faults.has(place) || this.#faults.size >= MOST_FAULTS) return
    this.#faults.add(place)
    const sentence = `The filter made a mistake over a question and refused it (${place}). Please tell those who make it.`
    this.add({ type: 'filter.fault', at, alarm: true, sentence })
  }

  get latest(): readonly GatewayEvent[] {
    return this.#events
  }

  get alarms(): number {
    return this.#events.filter(({ alarm }) => alarm).length
  }
}
