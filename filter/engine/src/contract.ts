/**
 * What goes into the engine and what comes out. The gateway, the extension and the application build on these types;
 * the policy's own shape is in policy.ts, the lists' in list-source.ts.
 */
import type { CategoryId, GroupId, ListId, RuleId, Verdict, Voice } from './policy.js'

/** Where the question came from. DNS and CONNECT know a host only; the others a whole URL. */
export type QuestionKind = 'dns' | 'connect' | 'http' | 'search' | 'extension'

/** Who asks, as far as the gateway knows. What it does not know it leaves out: never guess a wider group. */
export interface Who {
  readonly group: GroupId
  /** The school's own id of a person, or null for a device that many use. */
  readonly person?: string | null
  /** The classes the person is in now, for lessons and lifts. */
  readonly classes?: readonly string[]
  readonly device?: string | null
  readonly place?: string | null
}

/** One question. `at` is milliseconds since 1970 UTC; school time (Europe/London, school days) is reckoned from it. */
export interface Question {
  readonly kind: QuestionKind
  /** A host or a whole URL, as it came. The engine brings it into canonical form. */
  readonly target: string
  readonly who: Who
  readonly at: number
  /** What was typed, when it is not already in the URL of a known search engine; or the text of a page. */
  readonly text?: string
}

/**
 * An answer as one number, so that the hot path makes nothing for the garbage collector. Read it with `verdictOf`,
 * `layerOf`, `categoryOf` and `Snapshot.rewrite`; ask `Snapshot.decide` for the whole story.
 */
export type Outcome = number

/** Who wrote a rule or keeps a list, who approved it and when (an ISO date): shown with every decision it made. */
export interface Provenance {
  readonly author: string
  readonly approver: string
  readonly date: string
}

/** A rule that had a say in a decision. */
export interface RuleTrace {
  readonly rule: RuleId
  /** The row of the precedence table it stands in. */
  readonly layer: LayerId
  readonly verdict: Verdict
  readonly category: CategoryId | null
  readonly list: ListId | null
  /** What matched: 'example.org', 'example.org/games', '192.0.2.0/24' or a phrase. Null when the rule is about everything. */
  readonly matched: string | null
  readonly clause: string | null
  readonly provenance: Provenance
}

/** A rule that also matched, and the sentence that says why it did not decide. */
export interface LostRule extends RuleTrace {
  readonly why: string
}

/**
 * The rows of the precedence table, strongest first: docs/filter/precedence.md is drawn from the same data. 'words' is no
 * row: what was typed or shown asked for something stricter than the address did.
 */
export type LayerId =
  | 'words'
  | 'shut'
  | 'illegal'
  | 'malformed'
  | 'help'
  | 'nominated'
  | 'locked'
  | 'temporary'
  | 'lesson'
  | 'person-list'
  | 'class-list'
  | 'group-list'
  | 'school-list'
  | 'category'
  | 'address'
  | 'default'

/** What to say to whom. Never names an illegal list's entry, and never what anybody else did. */
export interface Reason {
  readonly title: string
  readonly sentences: readonly string[]
  /** What the reader can do now, most useful first. Empty for nobody: a pupil can always tell an adult. */
  readonly next: readonly string[]
}

/** Whether the reader's teacher may lift this block for a lesson, and if not, why. */
export interface Lift {
  readonly allowed: boolean
  readonly why: string
}

/** How to make a search safe. `cname` is for DNS answers; `parameters` for URLs; `header` for plain HTTP requests. */
export interface Rewrite {
  readonly engine: string
  readonly cname: string | null
  readonly parameters: Readonly<Record<string, string>> | null
  readonly header: Readonly<Record<string, string>> | null
}

/** What the phrases found in a text, by category. A flag is for a person to judge, never proof of anything. */
export interface TextScore {
  readonly category: CategoryId
  readonly score: number
  readonly threshold: number
  readonly phrases: readonly {
    readonly rule: RuleId
    readonly words: string
    readonly weight: number
    readonly times: number
  }[]
}

/** The whole story of one answer. The same question to the same snapshot always gives the same Decision, id included. */
export interface Decision {
  /** `<snapshot number>-<32 hexadecimal digits>`: a digest of snapshot, question and answer; holds nothing of the question. */
  readonly id: string
  readonly snapshot: SnapshotId
  readonly question: Question
  /** The canonical host and, when the question had one, path and query. */
  readonly host: string
  readonly path: string | null
  readonly verdict: Verdict
  readonly layer: LayerId
  readonly category: CategoryId | null
  readonly categories: readonly CategoryId[]
  readonly decidedBy: RuleTrace
  readonly lost: readonly LostRule[]
  readonly clause: string | null
  readonly rewrite: Rewrite | null
  readonly scores: readonly TextScore[]
  readonly lift: Lift
  readonly reasons: Readonly<Record<Voice, Reason>>
}

/** Which snapshot: its number only ever grows, its digest is of all its bytes. */
export interface SnapshotId {
  readonly number: number
  readonly digest: string
}

/** A client's rights, worked out once and kept by the caller as long as it likes: the same Who gives the same Profile. */
export interface Profile {
  readonly who: Who
  readonly voice: Voice
  readonly safeSearch: boolean
}

/** An opened snapshot, or what stands in for one while there is none (it blocks everything but help). */
export interface Snapshot {
  readonly id: SnapshotId
  /** Milliseconds since 1970 UTC. */
  readonly compiledAt: number
  readonly entries: number
  /** When its calendar ends, in milliseconds since 1970 UTC; Infinity where none of its rules asks for a school day. */
  readonly knowsSchoolDaysUntil: number
  /** The bytes as signed; a SharedArrayBuffer may be posted to a worker, which opens it again in microseconds. */
  readonly buffer: ArrayBufferLike
  readonly illegal: IllegalLayerState
  profile(who: Who): Profile
  /**
   * The hot path for DNS and CONNECT: the host is bytes `from`..`to` of `name`, any case, dotted, no port. Allocates
   * nothing. What is not a host at all is blocked as malformed.
   */
  outcomeOfName(name: Uint8Array, from: number, to: number, profile: Profile, at: number): Outcome
  /** The same for a text that may be a host, an address, or have a trailing dot. */
  outcomeOfHost(host: string, profile: Profile, at: number): Outcome
  /** For a whole URL: the host's rules, those for paths, and what was typed where it is a known search engine's. */
  outcomeOfUrl(url: string, profile: Profile, at: number): Outcome
  /** The same answer with its reasons: for block pages, logs of blocks, and people who ask why. */
  decide(question: Question): Decision
  rewrite(outcome: Outcome): Rewrite | null
  /** The category that an outcome was decided by, if it was one. */
  categoryOf(outcome: Outcome): CategoryId | null
  /** Every host that a list or a rule names, for exports; in no order, some twice. Paths and address blocks are left out. */
  hosts(): Iterable<string>
  /** What the phrases find in a text, strongest first. Empty when nothing reaches half its threshold. */
  score(text: string, profile: Profile): readonly TextScore[]
}

/** How the illegal layer stands: it is in force always; this says with which list, and whether that is late. */
export interface IllegalLayerState {
  readonly suppliers: readonly SupplierState[]
  readonly entries: number
}

export interface SupplierState {
  readonly supplier: string
  /** The supplier's own number of its list; only ever grows. */
  readonly edition: number
  /** Milliseconds since 1970 UTC: when the supplier signed it, and from when it counts as late. */
  readonly signedAt: number
  readonly lateFrom: number
  readonly entries: number
}

/** What the engine tells the world: the caller writes it to the journal, and raises an alarm where `alarm` says so. */
export interface FilterEvent {
  readonly type:
    | 'snapshot.opened'
    | 'snapshot.refused'
    | 'snapshot.rolled-back'
    | 'illegal-layer.weakening-refused'
    | 'supplier-list.late'
    | 'supplier-list.refused'
    | 'clock.doubtful'
    | 'calendar.ended'
    | 'memory.short'
  readonly at: number
  readonly alarm: boolean
  /** One plain sentence, with no name of a person and no address of a site. */
  readonly sentence: string
}

/** Cryptography is the caller's, so that the engine stays pure: filter/gateway has it from node:crypto. */
export interface Seal {
  /** SHA-256 of all bytes. */
  digest(bytes: Uint8Array): Uint8Array
  /** Ed25519 over the bytes given. Throws when this machine holds no key to sign with. */
  sign(bytes: Uint8Array): Uint8Array
  verify(bytes: Uint8Array, signature: Uint8Array): boolean
}
