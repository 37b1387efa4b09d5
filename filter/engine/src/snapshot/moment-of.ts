/** More than this before its own snapshot was compiled, a clock is wrong and not merely a little slow. */
const CLOCK_GRACE = 60 * 60_000

/**
 * The moment to decide by. A clock cannot be right that is well before the snapshot in use was compiled, so that moment
 * holds instead: a lift that had ended does not begin again because a battery was flat.
 */
export const momentOf = ({ compiledAt }: { readonly compiledAt: number }, clock: number): number =>
  isDoubtful({ compiledAt }, clock) ? compiledAt : clock

/** Whether a clock is so far before the snapshot in use that it cannot be right. */
export const isDoubtful = ({ compiledAt }: { readonly compiledAt: number }, clock: number): boolean =>
  clock < compiledAt - CLOCK_GRACE
