import { readFileSync } from 'node:fs'

/**
 * A mark that tells one process from every other, past and present, or null when no such process lives. A bare process
 * number is not enough: after a restart, above all in a container, the same small numbers come round again.
 */
export function processMark(pid: number): string | null {
  if (process.platform !== 'linux') return isAlive(pid) ? String(pid) : null
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The command's name, field 2, may hold spaces and brackets: count fields from its last closing bracket.
    const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (state === 'Z' || state === 'X') return null
    const startedAt = rest[18]
    return `${pid} ${startedAt} ${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`
  } catch {
    return null
  }
}

/** Whether the process that left this mark still lives. */
export function isMarkAlive(mark: string): boolean {
  const pid = Number(mark.split(' ')[0])
  return Number.isInteger(pid) && pid > 0 && processMark(pid) === mark
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
