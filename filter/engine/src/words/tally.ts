/**
 * How often each of many things was found. It is emptied by what was added and not by what could be: thousands of phrases
 * are watched for, and a search term holds one or none.
 */
export class Tally {
  readonly counts: Uint32Array
  /** What was added, each once, in no order that means anything. */
  readonly found: number[] = []

  constructor(size: number) {
    this.counts = new Uint32Array(size)
  }

  add(number: number): void {
    const count = this.counts[number] as number
    if (count === 0) this.found.push(number)
    this.counts[number] = count + 1
  }

  /** Takes another's count where it is the higher. */
  atLeast({ counts, found }: Tally): void {
    for (const number of found) {
      const own = this.counts[number] as number
      if (own === 0) this.found.push(number)
      this.counts[number] = Math.max(own, counts[number] as number)
    }
  }

  clear(): void {
    for (const number of this.found) this.counts[number] = 0
    this.found.length = 0
  }
}
