import type { Verdict } from '../../../engine/src/index.js'

/** A verdict as a technician reads it, after "is" or "was". */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  allow: 'open',
  flag: 'open, and flagged for a person to judge',
  ask: 'shut until somebody asks for it',
  block: 'blocked',
}
