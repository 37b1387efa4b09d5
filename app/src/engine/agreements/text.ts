import { createHash } from 'node:crypto'
import { canonical } from '../../kernel/canonical.js'
import type { Plain } from '../../kernel/canonical.js'
import type { Agreement } from '../packs/schema/sections.js'

/** A clause as a signer reads it. */
export interface ReadClause {
  readonly id: string
  readonly text: string
  readonly picture?: string
  /** The two answers, where it asks. */
  readonly yes?: string
  readonly no?: string
}

/** An agreement exactly as somebody reads and signs it, in one language. Its hash is what the receipt carries. */
export interface AgreementText {
  readonly agreement: string
  readonly version: string
  /** 'en', 'pl', 'ar'. */
  readonly language: string
  readonly title: string
  readonly intro: string
  readonly promise: string
  readonly clauses: readonly ReadClause[]
}

/** The languages an agreement can be read in, English first. */
export const languagesOf = ({ languages = [] }: Agreement): readonly string[] => [
  'en',
  ...languages.map(({ id }) => id),
]

/** The text in a language; English where it has none in that language. */
export function textOf(agreement: Agreement, language: string): AgreementText {
  const { id, version, title, intro, promise } = agreement
  const other = agreement.languages?.find((one) => one.id === language)
  const said = new Map(other?.clauses.map((clause) => [clause.id, clause]))
  return {
    agreement: id,
    version,
    language: other ? language : 'en',
    ...(other ? { title: other.title, intro: other.intro, promise: other.promise } : { title, intro, promise }),
    clauses: agreement.clauses.map((clause) => {
      const words = said.get(clause.id)
      return {
        id: clause.id,
        text: words?.text ?? clause.text,
        ...(clause.picture && { picture: clause.picture }),
        ...(clause.ask && { yes: words?.yes ?? clause.ask.yes, no: words?.no ?? clause.ask.no }),
      }
    }),
  }
}

/** What happens without a signature, in a language where the pack says it, else in English. No part of what is signed. */
export function unsignedOf(
  agreement: Agreement,
  language: string,
): { readonly language: string; readonly words: string } {
  const said = agreement.languages?.find(({ id }) => id === language)?.unsigned
  return said === undefined ? { language: 'en-GB', words: agreement.unsigned } : { language, words: said }
}

const sha256 = (value: unknown): string =>
  createHash('sha256')
    .update(canonical(value as Plain))
    .digest('hex')

/** SHA-256 of a text's canonical form, in hexadecimal: one changed letter is another text. */
export const hashOfText = (text: AgreementText): string => sha256(text)

/** What an agreement says, whatever language it was read in: SHA-256 over its English clauses. */
export function senseOf(agreement: Pick<Agreement, 'clauses'>): string {
  const known = senses.get(agreement)
  if (known !== undefined) return known
  const said = agreement.clauses.map(({ id, text, ask }) => ({ id, text, ...(ask && { yes: ask.yes, no: ask.no }) }))
  const sense = sha256(said)
  senses.set(agreement, sense)
  return sense
}

/** Packs are frozen, and every signature of a school is compared: each agreement's sense is reckoned once. */
const senses = new WeakMap<object, string>()

/** Scripts that run from right to left, by language. */
const fromRight = new Set(['ar', 'ur', 'fa', 'he', 'ps', 'sd', 'ku', 'yi'])

/** How a page in this language ('ar', 'en-GB') runs. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  fromRight.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr'

/** A language by its own name, as its speakers look for it: 'polski'. */
export const languageName = (language: string): string =>
  new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language

/**
 * The clauses to read again when a text changed: new ones and those whose words differ from what was signed. All of
 * them where nobody knows any more what was signed.
 */
export function changedClauses(now: AgreementText, signed: AgreementText | null): readonly string[] {
  const before = new Map(signed?.clauses.map((clause) => [clause.id, clause]))
  return now.clauses
    .filter((clause) => {
      const old = before.get(clause.id)
      return old === undefined || old.text !== clause.text || old.yes !== clause.yes || old.no !== clause.no
    })
    .map(({ id }) => id)
}

/** Whether going from one version to another is only a matter of wording: the last of the three numbers. */
export const onlyWording = (from: string, to: string): boolean =>
  from !== to && from.split('.').slice(0, 2).join('.') === to.split('.').slice(0, 2).join('.')
