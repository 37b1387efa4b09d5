import { defineEvent } from '../../kernel/events.js'
import type { PersonId, PostId } from '../../kernel/ids.js'

/** A post was given, covered or ended. */
export const postChanged = defineEvent<{ readonly post: PostId }>('post.changed')
/** Somebody was given a post, or covers it. Announced besides `postChanged`. */
export const postGiven = defineEvent<{ readonly post: PostId; readonly person: PersonId; readonly holding: string }>(
  'post.given',
)
/** Somebody's last day was recorded. */
export const personEnded = defineEvent<{ readonly person: PersonId }>('person.ended')
/** Somebody is, or will be, away, or came back. */
export const absenceChanged = defineEvent<{ readonly person: PersonId }>('absence.changed')
