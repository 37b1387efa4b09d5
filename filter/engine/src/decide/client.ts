import type { Profile, Who } from '../contract.js'
import type { Policy } from '../policy.js'
import { activeAt, rulesFor } from './rule-standing.js'

/**
 * What is remembered for all clients with the same rights while the same rules hold: the outcome of each set of lists,
 * twice, for a name itself and for what is below it; and of no list at all. Nothing here outlives its snapshot.
 */
export interface Memory {
  readonly group: string
  readonly active: Uint8Array
  readonly outcomes: Uint32Array
  readonly unlisted: number
  readonly address: number
}

type MakeMemory = (group: string, active: Uint8Array) => Memory

/** Clients with the same rights share one of these. */
export class Rights {
  readonly #office: RightsOffice
  readonly #policy: Policy
  readonly #group: string
  readonly #applies: Uint8Array
  readonly #make: MakeMemory
  readonly #memories = new Map<string, Memory>()
  #from = 0
  #until = 0
  #now: Memory | null = null

  constructor(office: RightsOffice, group: string, applies: Uint8Array) {
    this.#office = office
    this.#policy = office.policy
    this.#group = group
    this.#applies = applies
    this.#make = office.make
  }

  belongsTo(office: RightsOffice): boolean {
    return this.#office === office
  }

  /** What holds at a moment; looked up anew only when a lesson, a lunch break or a lift may have begun or ended. */
  at(moment: number): Memory {
    if (this.#now !== null && moment >= this.#from && moment < this.#until) return this.#now
    const { active, until } = activeAt(this.#policy, this.#applies, moment)
    const key = active.join('')
    const known = this.#memories.get(key)
    const memory = known ?? this.#make(this.#group, active)
    if (known === undefined) this.#remember(key, memory)
    this.#from = moment
    this.#until = until
    this.#now = memory
    return memory
  }

  /** A school has a dozen of these a day; a flood of made-up times must not fill the memory. */
  #remember(key: string, memory: Memory): void {
    if (this.#memories.size >= 64) this.#memories.clear()
    this.#memories.set(key, memory)
  }
}

/** A client as the snapshot knows it. */
export class Client implements Profile {
  readonly who: Who
  readonly voice: 'pupil' | 'teacher'
  readonly safeSearch: boolean
  readonly rights: Rights

  constructor(policy: Policy, who: Who, rights: Rights) {
    const group = policy.groups.find(({ id }) => id === who.group)
    this.who = who
    // A group that the policy does not know is a pupil's, and gets what the strictest default gives: nothing.
    this.voice = group?.voice ?? 'pupil'
    this.safeSearch = group?.safeSearch ?? true
    this.rights = rights
  }
}

/** Rights by what they are made of, so that 400 pupils without a rule of their own share a handful. */
export class RightsOffice {
  readonly policy: Policy
  readonly make: MakeMemory
  readonly #known = new Map<string, Rights>()

  constructor(policy: Policy, make: MakeMemory) {
    this.policy = policy
    this.make = make
  }

  client(who: Who): Client {
    const applies = rulesFor(this.policy, who)
    const key = `${who.group}|${applies.join('')}`
    const known = this.#known.get(key)
    const rights = known ?? new Rights(this, who.group, applies)
    if (known === undefined) this.#known.set(key, rights)
    return new Client(this.policy, who, rights)
  }
}
