import { readFileSync } from 'node:fs'
import { Problem } from '../problem.js'

/** Reads a file that somebody named. Throws a Problem that says which, what it was to be, and why not. */
export function readNamed(file: string, what: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (fault) {
    const there = fault instanceof Error && 'code' in fault && fault.code === 'ENOENT'
    throw new Problem(`${file}, ${what}, cannot be read: ${there ? 'it is not there' : String(fault)}.`)
  }
}
