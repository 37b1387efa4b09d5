import { Temporal } from 'temporal-polyfill'
import type { TSchema } from 'typebox'
import { londonDate } from '../../kernel/calendar/london.js'
import type { ReadTx } from '../../kernel/db/tx.js'
import type { PostId } from '../../kernel/ids.js'
import { at } from '../around.js'
import { judged } from '../clauses/clause-state.js'
import type { ClauseState, Finding } from '../clauses/clause-state.js'
import { engineParams, textIn } from '../clauses/params.js'
import type { EngineParams } from '../clauses/params.js'
import type { Mechanism } from '../module.js'
import { lookDue } from './look-due.js'
import { readEntries } from './typed-entry.js'
import type { TypedEntry } from './typed-entry.js'
import type { Register } from './register.js'

/** What a register's own check looks at: its live entries on that day, and what the clause asks. */
export interface Looked {
  /** `tx.now` is the day asked about. */
  readonly tx: ReadTx
  readonly entries: readonly TypedEntry[]
  readonly params: EngineParams
  readonly day: Temporal.PlainDate
  /** Whom findings name: the clause's post, else the register's. */
  readonly post: PostId
}

export interface RegisterMechanism {
  readonly id: string
  readonly register: Register
  /** What a clause may set besides who and when. */
  readonly params?: TSchema
  /** The entries that a clause speaks of, where it narrows them. */
  readonly only?: (entry: TypedEntry, params: EngineParams) => boolean
  /** The sentence where there is none: 'No supplier is on record.' Null where none may be needed. */
  readonly none: ((params: EngineParams) => string) | null
  /** What else must hold. */
  readonly also?: (looked: Looked) => Promise<readonly Finding[]> | readonly Finding[]
  readonly page?: string
  /** Findings name the register's own post: the clause's posts mean something else here, such as seats. */
  readonly acts?: 'register'
}

/**
 * A mechanism that a register keeps: there are entries, each was looked at in time, none is past its day, and whatever else the
 * mechanism asks. Answered for any past date from the versions.
 */
export function registerMechanism(declared: RegisterMechanism): Mechanism {
  const { id, register, params = engineParams(), page = `/registers/${register.id}` } = declared
  return {
    id,
    params,
    page,
    check: async (tx, given, asOf) => {
      const then = at(tx, asOf)
      const all = await readEntries(then, register)
      const entries = declared.only ? all.filter((entry) => declared.only?.(entry, given) ?? true) : all
      const named = declared.acts === 'register' ? null : textIn(given, 'posts')
      const post = (textIn(given, 'post') ?? named ?? register.owner) as PostId
      const day = londonDate(asOf)
      const looked: Looked = { tx: then, entries, params: given, day, post }
      return stateOf(declared, looked, (await declared.also?.(looked)) ?? [])
    },
  }
}

function stateOf(declared: RegisterMechanism, looked: Looked, also: readonly Finding[]): ClauseState {
  const { register, none } = declared
  const { entries, params, post } = looked
  const count = entries.length
  const basis = `${count} ${count === 1 ? 'entry' : 'entries'} of “${register.title}” looked at`
  if (count === 0 && none)
    return judged(basis, [{ sentence: none(params), rows: [], post, due: null }, ...also.filter(isBroken(looked))])
  const own = entries.flatMap((entry) => lookDue(entry, register, looked))
  const found = [...own, ...also]
  return judged(
    basis,
    found.filter(isBroken(looked)),
    found.filter((finding) => !isBroken(looked)(finding)),
  )
}

/** A finding whose day is still to come is due; any other is broken. */
const isBroken =
  ({ tx }: Looked) =>
  ({ due }: Finding): boolean =>
    due === null || Temporal.Instant.compare(due, tx.now) < 0
