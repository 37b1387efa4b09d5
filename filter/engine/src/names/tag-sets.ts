/**
 * A name is in a set of lists. There are millions of names and few different sets, so each set is kept once and has a
 * number. A tag is a list's number, doubled, plus one where the list means that name alone and nothing below it.
 */
export class TagSets {
  readonly #members: (readonly number[])[] = []
  readonly #numbers = new Map<string, number>()
  readonly #steps = new Map<number, number>()

  /** `known` keep their places, even where several are alike or one is empty: entries hold the numbers. */
  constructor(known: readonly (readonly number[])[] = []) {
    for (const members of known) this.#append(members)
  }

  get count(): number {
    return this.#members.length
  }

  members(set: number): readonly number[] {
    return this.#members[set] ?? []
  }

  /** The set with one tag more; -1 is no set. The answer for each set and tag is remembered. */
  with(set: number, tag: number): number {
    const step = (set + 1) * 65_536 + tag
    const known = this.#steps.get(step)
    if (known !== undefined) return known
    const members = this.members(set)
    const next = members.includes(tag) ? set : this.#number([...members, tag].toSorted((a, b) => a - b))
    this.#steps.set(step, next)
    return next
  }

  /** The set without that tag, or -1 when nothing is left. */
  without(set: number, tag: number): number {
    const left = this.members(set).filter((each) => each !== tag)
    return left.length === 0 ? -1 : this.#number(left)
  }

  /** All sets one after another: where each begins, and the tags. */
  flat(): { readonly starts: Uint32Array; readonly tags: Uint16Array } {
    const starts = new Uint32Array(this.count + 1)
    const tags = Uint16Array.from(this.#members.flat())
    for (const [set, members] of this.#members.entries()) starts[set + 1] = (starts[set] ?? 0) + members.length
    return { starts, tags }
  }

  #number(members: readonly number[]): number {
    const key = members.join()
    const known = this.#numbers.get(key)
    return known ?? this.#append(members)
  }

  #append(members: readonly number[]): number {
    const number = this.#members.push(members) - 1
    const key = members.join()
    if (!this.#numbers.has(key)) this.#numbers.set(key, number)
    return number
  }
}
