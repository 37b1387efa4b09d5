/** Where in a pack's files something is written. Lines and columns count from 1. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

/**
 * Remembers where each value was written, beside the values instead of in them, so that a value merged from two packs
 * still knows which line of which file to blame, and the pack that others use stays plain data.
 */
export class Places {
  readonly #self = new WeakMap<object, Place>()
  readonly #keys = new WeakMap<object, Map<string | number, Place>>()

  /** Notes where a map or list begins. */
  noteSelf(owner: object, place: Place): void {
    this.#self.set(owner, place)
  }

  /** Notes where one of its keys or items is. */
  noteKey(owner: object, key: string | number, place: Place): void {
    const keys = this.#keys.get(owner) ?? new Map<string | number, Place>()
    this.#keys.set(owner, keys.set(key, place))
  }

  /** Where a key or item is; failing that, where its owner begins; failing that, nothing. */
  of(owner: object, key?: string | number): Place | undefined {
    const exact = key === undefined ? undefined : this.#keys.get(owner)?.get(key)
    return exact ?? this.#self.get(owner)
  }
}
