/** One line to the person at the terminal. */
export function say(sentence) {
  process.stdout.write(`${sentence}\n`)
}

/** Ends with a plain sentence on stderr and exit code 1: for what only the person can put right. */
export function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
