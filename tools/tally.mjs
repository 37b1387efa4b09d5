import { relative } from 'node:path'
import { inspect } from 'node:util'
import { root } from '../bin/lib/root.mjs'
import { say } from '../bin/lib/say.mjs'

/** Follows test runs: a line for each file, the whole story of each failure, and at the end the counts. */
export class Tally {
  #counts = { tests: 0, suites: 0, passed: 0, failed: 0, cancelled: 0, skipped: 0, todo: 0 }
  #failures = []
  #said = new Map()
  #allWell = true
  #started = performance.now()

  /** Reads one run to its end. A file that ran no test counts as a failure: a test that cannot fail proves nothing. */
  async follow(stream, files) {
    const silent = new Set(files.map(nameOf))
    for await (const { type, data } of stream) {
      if (type === 'test:summary') this.#endOfFile(data)
      if (type === 'test:stderr') this.#heard(data)
      if (type !== 'test:pass' && type !== 'test:fail') continue
      // A file that declares no test is reported as one test by its own path.
      if (!files.includes(data.name) && data.details.type !== 'suite') silent.delete(nameOf(data.file))
      if (type === 'test:fail') this.#failed(data)
    }
    for (const name of silent) this.#fail(`${name} ran no test`, 'A file without a test proves nothing.')
  }

  #endOfFile({ file, counts, duration_ms: took, success }) {
    if (file === undefined) return (this.#allWell &&= success)
    for (const key of Object.keys(this.#counts)) this.#counts[key] += counts[key]
    say(`${success ? '✔' : '✖'} ${nameOf(file)} (${counts.tests}, ${(took / 1000).toFixed(1)} s)`)
  }

  /** What a file says beside its tests: told only when the file itself fails, where it is the only clue. */
  #heard({ file, message }) {
    this.#said.set(nameOf(file), `${this.#said.get(nameOf(file)) ?? ''}${message}`.slice(-4_000))
  }

  #saidBy(file) {
    return this.#said.get(nameOf(file)) ?? ''
  }

  #failed({ name, file, line, details: { error } }) {
    // A suite, or a file, that failed only because something inside it did has nothing to add.
    if (error?.failureType === 'subtestsFailed') return
    const cause = error?.cause ?? error
    const story = typeof cause === 'string' ? cause : inspect(cause, { colors: false })
    if (!name.endsWith('.test.js')) return this.#fail(`${nameOf(file)}:${line ?? 0} ${name}`, story)
    this.#fail(
      nameOf(file),
      `It ended with code ${error?.exitCode}, signal ${error?.signal}: ${story}\n${this.#saidBy(file)}`,
    )
  }

  #fail(title, story) {
    this.#failures.push(title)
    say(`\n✖ ${title}\n${story.replace(/^/gm, '    ')}\n`)
  }

  /** Prints the summary and returns the exit code: 1 after any failure, and also when there was nothing to run. */
  finish() {
    const { tests, suites, passed, failed, cancelled, skipped, todo } = this.#counts
    say(`\nℹ tests ${tests}\nℹ suites ${suites}\nℹ pass ${passed}\nℹ fail ${failed}\nℹ cancelled ${cancelled}`)
    say(`ℹ skipped ${skipped}\nℹ todo ${todo}\nℹ duration_ms ${Math.round(performance.now() - this.#started)}`)
    for (const title of this.#failures) say(`✖ ${title}`)
    if (tests === 0) say('No test ran.')
    return tests > 0 && failed + cancelled === 0 && this.#allWell && this.#failures.length === 0 ? 0 : 1
  }
}

/** The same short name for the source, which source maps give, and for what was built from it. */
function nameOf(file) {
  return file === undefined
    ? ''
    : relative(root, file)
        .replace(/^build./, '')
        .replace(/\.(js|tsx?)$/, '')
}
