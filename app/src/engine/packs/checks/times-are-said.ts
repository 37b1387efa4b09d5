import type { Check } from './fault.js'

/** Where something is allowed at certain times, the pack says which: "at certain times" alone is a rule nobody can keep. */
export const timesAreSaid: Check = ({ matrix, actions }) => [
  ...matrix
    .filter(({ adults, pupils, times }) => [adults, pupils].includes('certain-times') && times === undefined)
    .map((on) => ({
      on,
      key: 'id',
      sentence: `technology "${on.id}" is allowed at certain times: say which, in times.`,
    })),
  ...actions
    .filter(({ rating, times }) => rating === 'certain-times' && times === undefined)
    .map((on) => ({ on, key: 'id', sentence: `action "${on.id}" is allowed at certain times: say which, in times.` })),
]
