import type { ClauseId, PostId } from '../../kernel/ids.js'
import type { Access } from '../access.js'
import type { EngineParams } from '../clauses/params.js'
import type { Clause } from '../packs/schema/sections.js'

/** What somebody is asked for when they answer a duty. */
export interface Evidence {
  /** The question above the words: 'What did you look at, and what did you find?' */
  readonly words: string
  /** Offers 'I looked and found nothing' as an answer of its own. */
  readonly nothingFound?: string
  /** Asks for the address or reference of what shows it, and whether it must be given. */
  readonly link?: 'asked' | 'needed'
  /** Whole numbers to give, by key, with their questions. */
  readonly figures?: Readonly<Record<string, string>>
}

/**
 * A duty as data: what a post owes and when, what is asked as evidence, who hears when it is missed. Each clause that names
 * the mechanism makes one instance of it. From this come the task, the page to answer it, its history, escalation and findings.
 */
export interface Duty {
  /** The mechanism it keeps: 'attestation'. */
  readonly id: string
  /** 'Attestations', over the list of its instances. */
  readonly title: string
  /** What it is for, in a sentence. */
  readonly intro: string
  /** What is asked, at the head of the page and in the task: the clause's own words where left out. */
  readonly asks?: (clause: Clause) => string
  readonly evidence: Evidence
  /** When, where the clause is silent. */
  readonly usual: EngineParams
  /** How long the first time may take, for a duty counted from when it was last done: '4 weeks'. */
  readonly first?: string
  /** How long one that is called for may take, where the clause does not say `within`. */
  readonly within?: string
  /** Owes it where neither parameters nor clause name a post. */
  readonly owner: PostId
  /** Hears when it is late, where the clause does not say `escalate`. */
  readonly escalate: PostId
  /** Who, besides those who owe it, may read the answers. */
  readonly see: Access
  /** Done is somebody's word, no more: the clause is then 'attested', not 'kept'. */
  readonly byWord?: true
  /** Names an instance. Each clause is one of its own unless several share a duty: then they give the same key. */
  readonly keyOf?: (clause: Clause) => string
}

/** One clause's own duty, with everything settled. */
export interface DutyInstance {
  readonly duty: Duty
  readonly key: string
  readonly clause: ClauseId
  /** The clause's number in the policy, for people. */
  readonly number: string
  readonly asks: string
  readonly post: PostId
  readonly escalate: PostId
  readonly params: EngineParams
}
