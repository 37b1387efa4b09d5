/** Milliseconds of processor time this process has used. On a shared machine the clock on the wall measures the others as well. */
export const processorTime = (): number => process.cpuUsage().user / 1000

/** The least time of so many rounds. */
export function leastTime(rounds: number, work: () => void): number {
  let least = Infinity
  for (let round = 0; round < rounds; round++) {
    const start = processorTime()
    work()
    least = Math.min(least, processorTime() - start)
  }
  return least
}

/** The middle of some figures. */
export const median = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[figures.length >> 1] ?? 0

/** The middle of what neighbours in time say: the machine is faster and slower from one second to the next. */
export const beside = (ours: () => number, peer: () => number): number =>
  median(Array.from({ length: 5 }, () => ours() / peer()))
