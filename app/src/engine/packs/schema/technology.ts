import Type from 'typebox'
import { Id, Sentences, Title, exactly, oneOf, sourced } from './words.js'

/**
 * What one side may do with a technology. 'named-people' are on a list of the school's; 'with-permission' is given each
 * time; 'certain-times' is said in `times`; 'not-applicable' is an answer of its own, because a row may concern one side only.
 */
const Leave = oneOf('allowed', 'certain-times', 'with-permission', 'named-people', 'not-allowed', 'not-applicable')

/** One row of the technology matrix: what adults and pupils may do. */
export const MatrixRow = exactly({
  id: Id,
  title: Title,
  adults: Leave,
  pupils: Leave,
  /** When, where one side may only at certain times. */
  times: Type.Optional(Sentences),
  ...sourced,
})

/** One row of the table of actions online, and how the school looks on it. */
export const OnlineAction = exactly({
  id: Id,
  title: Title,
  rating: oneOf('acceptable', 'certain-times', 'named-people', 'unacceptable', 'illegal'),
  times: Type.Optional(Sentences),
  ...sourced,
})
