import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileC } from './compile-c.js'

/** A program of ours in C, compiled for this run; null where there is no compiler. */
export class CLimit {
  readonly #folder = mkdtempSync(join(tmpdir(), 'hedgerow-limit-'))
  readonly #program: string | null

  constructor(source: string) {
    const program = join(this.#folder, 'limit')
    this.#program = compileC(source, program) ? program : null
  }

  /** Runs it on two files' texts; the numbers that it prints, or null. */
  run(first: string, second: string, rounds: number): readonly number[] | null {
    if (this.#program === null) return null
    const [one, two] = [join(this.#folder, 'first'), join(this.#folder, 'second')]
    writeFileSync(one, first)
    writeFileSync(two, second)
    return this.again(rounds)
  }

  /** Runs it once more on the same files. */
  again(rounds: number): readonly number[] | null {
    if (this.#program === null) return null
    const files = [join(this.#folder, 'first'), join(this.#folder, 'second')]
    return execFileSync(this.#program, [...files, String(rounds)], { encoding: 'utf8' })
      .trim()
      .split(' ')
      .map(Number)
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
