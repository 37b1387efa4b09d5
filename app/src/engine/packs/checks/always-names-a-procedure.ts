import type { Check } from './fault.js'

/** "Always" says which procedure: without one a concern of this kind could neither be advised on nor followed. */
export const alwaysNamesAProcedure: Check = ({ risks }) =>
  risks
    .flatMap(({ subtypes }) => subtypes)
    .filter(({ always, procedure }) => always && procedure === undefined)
    .map((on) => ({
      on,
      key: 'always',
      sentence: `sub-type "${on.id}" always follows a procedure and does not say which.`,
    }))
