import { isId } from '../../../kernel/ids.js'

/** A place in a list by key, as the address asks for it. */
export interface Place {
  readonly after: string | null
  readonly before: string | null
}

/** A place by id; anything else opens the start. */
export const idPlace = ({ after, before }: Place): Place => ({
  after: isId(after) ? after : null,
  before: isId(before) ? before : null,
})
