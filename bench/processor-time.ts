import { readFileSync, readdirSync } from 'node:fs'
import type { Meter } from './measure.js'

/** Ticks a second of /proc, as every Linux for servers has it. */
const tickMs = 10

/** The numbers of /proc/<pid>/stat from the third on, or null when there is no such process. */
function statOf(pid: number): readonly number[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
  } catch {
    return null
  }
}

const [parentAt, userAt] = [1, 11] as const

/** User and system time; with those of children that have ended where that is asked for. */
const timeOf = (stat: readonly number[], parts: number): number =>
  stat.slice(userAt, userAt + parts).reduce((sum, ticks) => sum + ticks, 0) * tickMs

/**
 * A meter of one server process and of a PostgreSQL with all its backends. Unlike answers a second, it says much the same
 * on a busy machine as on a quiet one. Linux only.
 */
export function processorTime(server: number, postmaster: number): Meter {
  return () => {
    const [own, main] = [statOf(server), statOf(postmaster)]
    if (!own || !main) return null
    return timeOf(own, 2) + timeOf(main, 4) + backendTime(postmaster)
  }
}

function backendTime(postmaster: number): number {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat?.[parentAt] === postmaster)
    .reduce((sum, stat) => sum + (stat ? timeOf(stat, 2) : 0), 0)
}
