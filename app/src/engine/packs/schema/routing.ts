import Type from 'typebox'
import { Id, PostRef, SpanText, distinct, exactly, list, oneOf, sourced } from './words.js'

/** Who hears first. In each list the first post with a holder who may see the concern takes it; the rest are cover. */
export const Routing = exactly({
  first: Type.Array(PostRef, { minItems: 1, maxItems: 20, uniqueItems: true }),
  /** Told at once as well, when it is urgent. */
  urgentAlso: Type.Optional(distinct(PostRef)),
  /** The order for what a child tells; `first` when absent. */
  child: Type.Optional(Type.Array(PostRef, { minItems: 1, maxItems: 20, uniqueItems: true })),
  /** The order for what somebody outside the school tells; `first` when absent. */
  public: Type.Optional(Type.Array(PostRef, { minItems: 1, maxItems: 20, uniqueItems: true })),
  ...sourced,
})

/** Where a concern about the holder of a post, or about one of an audience, goes instead. */
export const Conflict = exactly({
  id: Id,
  about: PostRef,
  to: Type.Array(PostRef, { minItems: 1, maxItems: 20, uniqueItems: true }),
  inform: Type.Optional(distinct(PostRef)),
  agencies: Type.Optional(distinct(Id)),
  /** Posts that must not see it, besides the person concerned, who never does. */
  withdrawn: Type.Optional(distinct(PostRef)),
  ...sourced,
})

/** What can start or stop a clock. */
export const EVENTS = [
  'reported',
  'bother-received',
  'acknowledged',
  'triaged',
  'taken-up',
  'answered',
  'parents-decided',
  'reviewed',
  'closed',
] as const

/** How long one step may take, and who hears when it is not taken. Spans are reckoned by the school's calendar. */
export const Clock = exactly({
  id: Id,
  starts: oneOf(...EVENTS),
  urgency: oneOf('ordinary', 'urgent', 'any'),
  within: SpanText,
  met: oneOf(...EVENTS),
  /** `after` counts from the start of the clock. */
  escalate: Type.Optional(list(exactly({ after: SpanText, to: PostRef }))),
  ...sourced,
})
