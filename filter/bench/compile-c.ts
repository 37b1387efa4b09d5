import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Compiles a source of the benchmark's into a program; false where there is no compiler. */
export function compileC(source: string, program: string): boolean {
  // Sources are not copied to build/: they are found from the project's folder.
  const path = fileURLToPath(new URL(`../../../filter/bench/${source}`, import.meta.url))
  try {
    execFileSync('cc', ['-O3', '-march=native', '-o', program, path], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
