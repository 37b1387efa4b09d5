/** Kinds of characters that a pack may ask for. */
export type CharacterKind = 'letters' | 'digits' | 'symbols'

/** What a pack's `signIn` section asks of a password. Strength is asked for besides, always (`strength.ts`). */
export interface PasswordRules {
  /** In characters as people count them. */
  readonly minLength: number
  readonly maxLength?: number
  /** Kinds of which at least one character is needed. Spaces count as none of them. */
  readonly composition?: readonly CharacterKind[]
  /** Three words or more are enough without the composition. */
  readonly passphrase?: boolean
  /** How many earlier passwords may not come back; 0 for any. */
  readonly reuse: number
}

/** The longest password taken when a pack sets no maximum. */
export const USUAL_MAX_LENGTH = 128

const KINDS: Readonly<Record<CharacterKind, { readonly pattern: RegExp; readonly word: string }>> = {
  letters: { pattern: /\p{L}/u, word: 'a letter' },
  digits: { pattern: /\p{Nd}/u, word: 'a number' },
  symbols: { pattern: /[^\p{L}\p{M}\p{Nd}\s]/u, word: 'a symbol such as ! or #' },
}

/**
 * What a new password lacks by the pack's rules, one sentence each, for beside the box; empty when nothing. Says nothing
 * of strength or reuse, which cost more to find out.
 */
export function passwordFaults(password: string, rules: PasswordRules): readonly string[] {
  const characters = Array.from(password.normalize('NFKC')).length
  const { minLength, maxLength = USUAL_MAX_LENGTH } = rules
  if (characters === 0) return ['Enter a password.']
  if (characters > maxLength) return [`Too long: ${maxLength} characters is the most.`]
  const short = characters < minLength ? [`Too short: it has ${characters} of at least ${minLength} characters.`] : []
  return [...short, ...missingKinds(password, rules)]
}

/** The rules in one sentence, for above the box. */
export function rulesInWords({ minLength, composition = [], passphrase }: PasswordRules): string {
  const length = `At least ${minLength} characters`
  if (composition.length === 0) return `${length}. Three words that do not belong together are easy to keep in mind.`
  const kinds = inARow(composition.map((kind) => KINDS[kind].word))
  return passphrase ? `${length}: three words, or a mixture with ${kinds}.` : `${length}, with ${kinds}.`
}

function missingKinds(password: string, { composition = [], passphrase }: PasswordRules): readonly string[] {
  if (passphrase && isPhrase(password)) return []
  const missing = composition.filter((kind) => !KINDS[kind].pattern.test(password)).map((kind) => KINDS[kind].word)
  return missing.length > 0 ? [`Add ${inARow(missing)}.`] : []
}

/** Three words or more of three letters or more, with anything but letters between them. */
function isPhrase(password: string): boolean {
  return (password.match(/\p{L}{3,}/gu) ?? []).length >= 3
}

function inARow(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words)
}
