/**
 * Something that the person who runs this machine must put right before Hedgerow can go on. The message is one or two
 * plain sentences that say what is wrong and what to do; `main.ts` and the command line print it alone, with no stack.
 */
export class SetupProblem extends Error {
  override readonly name = 'SetupProblem'
}
