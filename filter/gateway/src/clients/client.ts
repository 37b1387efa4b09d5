import type { Profile, Snapshot, Who } from '../../../engine/src/index.js'

/** How the gateway came to know who asks. */
export type Known = 'range' | 'device' | 'sign-in'

/** Somebody who asks, with what the engine needs of them kept from one question to the next. */
export class Client {
  readonly who: Who
  readonly address: string
  readonly known: Known
  /** The client's columns in the log: address, group, person, device, place, classes. */
  readonly columns: Buffer
  #snapshot: Snapshot | null = null
  #profile: Profile | null = null

  constructor(who: Who, address: string, known: Known) {
    this.who = who
    this.address = address
    this.known = known
    const one = [address, who.group, who.person ?? '', who.device ?? '', who.place ?? ''].map((each) =>
      asColumn(each, 100),
    )
    this.columns = Buffer.from([...one, asColumn((who.classes ?? []).join('; '), 300)].join('\t'))
  }

  /** The client's rights under a snapshot: worked out once for each. */
  profile(snapshot: Snapshot): Profile {
    if (this.#profile === null || this.#snapshot !== snapshot) {
      this.#profile = snapshot.profile(this.who)
      this.#snapshot = snapshot
    }
    return this.#profile
  }
}

/** No column may hold what separates columns, nor make a line longer than the log's buffer allows. */
const asColumn = (value: string, most: number): string => value.replace(/[\t\r\n]/g, ' ').slice(0, most)
