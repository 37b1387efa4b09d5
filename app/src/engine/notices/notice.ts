import type { ReadTx } from '../../kernel/db/tx.js'
import type { PostId } from '../../kernel/ids.js'
import type { Access } from '../access.js'
import type { EngineParams } from '../clauses/params.js'
import type { Pack } from '../packs/pack.js'

/** One line of a notice, and the clause it comes from. */
export interface NoticeLine {
  readonly text: string
  /** The clause's number, for people: '18.2'. */
  readonly number?: string
  readonly clause?: string
  /** The part of the policy, under which lines are gathered. */
  readonly part?: string
}

/** What is shown: a heading, a sentence before the lines, the lines. */
export interface NoticeText {
  readonly title: string
  readonly lead: string
  readonly lines: readonly NoticeLine[]
}

/**
 * A notice as data: a text for an audience, made from the clauses of the pack in force, so that what people are told is what
 * the policy says. Each change of the text is a new version. From this come its page, the print, the proof of who was shown
 * what and when, acknowledgements, renewal, who has not, and findings.
 */
export interface Notice {
  /** The mechanism it keeps: 'monitoring-notice'. Also its address: /notices/monitoring-notice. */
  readonly id: string
  readonly title: string
  readonly intro: string
  /** Whom it is for where no clause names an audience: audiences, or posts. */
  readonly audiences: (pack: Pack) => readonly PostId[]
  /** The text for one audience or post; null where there is nothing to tell it. */
  readonly text: (pack: Pack, audience: PostId, tx: ReadTx) => NoticeText | null | Promise<NoticeText | null>
  /** Audiences for whom there is a text, though nobody of them is counted: they read it on a public page or on paper. */
  readonly alsoFor?: readonly PostId[]
  /** Whether people say that they have read it, or it is enough that they were shown it; the clause may set `acknowledge`. */
  readonly acknowledge: boolean
  /** Said again each year, besides on every change; 'change' only then. */
  readonly renew: 'year' | 'change'
  /** How long after it is new to somebody. '2 weeks' */
  readonly within: string
  /** Sees to it: named in findings where the clause names no post. */
  readonly owner: PostId
  /** Needed to see who has been shown it, and to record that others were. */
  readonly see: Access
  /** Anybody may read it, signed in or not. */
  readonly public?: true
  /** Shown at the first sign-in after it is new, before anything else. */
  readonly atSignIn?: true
  /** The label of the button: 'I have read this and will keep to it'. */
  readonly button: string
}

/** Who a notice is for, as a clause sets it or else as the notice says. */
export function audiencesOf(notice: Notice, pack: Pack, params: EngineParams): readonly PostId[] {
  const { audience } = params
  const named = (typeof audience === 'string' ? [audience] : audience) as readonly PostId[] | undefined
  return named ?? notice.audiences(pack)
}
