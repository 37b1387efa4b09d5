/**
 * Characters that nobody sees but that change what is read: control characters except tab and line ends, and the marks
 * that turn the direction of writing, with which a sentence can be made to read as its opposite.
 */
// eslint-disable-next-line no-control-regex -- naming them is the point
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/

/** Anything a browser could take for a tag. Pages escape it anyway; refusing it keeps the habit from starting. */
const MARKUP = /<[a-z/!?]/i

/** Keys that reach into JavaScript's own objects. */
const RESERVED_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

/** What is wrong with a text of a pack, as the end of a sentence, or nothing. */
export function unsafeText(text: string): string | undefined {
  if (INVISIBLE.test(text)) return 'holds an invisible or direction-changing character; type it again by hand'
  if (MARKUP.test(text)) return 'holds HTML; a pack is plain text'
  return undefined
}

/** Whether a key may not be used in a pack at all. */
export const isReservedKey = (key: string): boolean => RESERVED_KEYS.has(key)
