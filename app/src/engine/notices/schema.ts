import type { Temporal } from 'temporal-polyfill'
import type { PersonId, PostId, SchoolId } from '../../kernel/ids.js'
import type { NoticeText } from './notice.js'

/** A text as it was from a moment on, for one audience. Written once. */
export interface NoticeVersionRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly notice: string
  /** An audience or a post: its holders. */
  readonly audience: PostId
  readonly number: number
  /** SHA-256 of the text's canonical form, in hexadecimal. */
  readonly hash: string
  readonly text: NoticeText
  readonly since: Temporal.Instant
}

/** How somebody came to see it. */
export type NoticeHow = 'page' | 'sign-in' | 'class' | 'meeting' | 'letter' | 'paper'

/** Proof: this person was shown, or acknowledged, exactly this version, then, so. Written once, and it outlives the version. */
export interface NoticeReceiptRow {
  readonly school_id: SchoolId
  readonly id: string
  readonly version_id: string
  readonly notice: string
  readonly audience: PostId
  readonly person_id: PersonId
  readonly act: 'shown' | 'acknowledged'
  readonly how: NoticeHow
  readonly at: Temporal.Instant
  /** Who recorded it, where the person did not do it themselves. */
  readonly by_person: PersonId | null
  /** The power that may read it. */
  readonly sees: string[]
}

export interface NoticeTables {
  readonly notice_version: NoticeVersionRow
  readonly notice_receipt: NoticeReceiptRow
}
