import { buildExample as build, findExample } from '../setup/example/build-example.js'
import { say, withHedgerow } from './with-hedgerow.js'

/** Makes the example school, or says that it is there. Exit code 1 when the product refused something that a story does. */
export const buildExample = (): Promise<number> =>
  withHedgerow(async (hedgerow, { publicUrl }) => {
    if (await findExample(hedgerow)) {
      say('The example school is there already.')
      return 0
    }
    let refused = 0
    await build(hedgerow, (story, act, { message }) => {
      refused += 1
      say(`Refused in the story "${story}", ${act}: ${message}`)
    })
    say(`The example school is ready. Start Hedgerow and open ${publicUrl}/example`)
    return refused === 0 ? 0 : 1
  })
