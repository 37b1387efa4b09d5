import Type from 'typebox'
import { DateText, Id, Sentences, Title, Version, Web, exactly, list } from './words.js'

/** pack.yaml: which policy this is. Never merged: a pack's identity is its own. */
export const Identity = exactly({
  pack: Id,
  title: Title,
  version: Version,
  /** The day from which it may be in force. */
  from: DateText,
  base: Type.Optional(Id),
  /** Two to four sentences for the set-up screen. */
  summary: Sentences,
  /** The day the law behind it was last checked. */
  checked: DateText,
  /** What differs from the base, in the author's words, shown at set-up. */
  differs: Type.Optional(list(Sentences)),
})

/** A law or guidance that clauses rest on. `note` says what could not be confirmed on the day it was checked. */
export const Law = exactly({
  id: Id,
  title: Title,
  edition: Title,
  web: Web,
  checked: DateText,
  note: Type.Optional(Sentences),
})
