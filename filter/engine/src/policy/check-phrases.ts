import type { Phrase } from '../list-source.js'
import type { Policy } from '../policy.js'
import { MOST_LETTERS, plainWords } from '../words/letters.js'

/** Bounds of what is held in memory for them: each letter of each takes some 200 bytes while texts are read. */
const MOST_PHRASES = 20_000
const LONGEST = 200
/** Sentences that are told; what is wrong with thousands of phrases is one mistake, mostly. */
const MOST_TOLD = 20

/** What is wrong with the phrases, in sentences: one that could never be found, or never count, must not look as if it did. */
export function phraseProblems(phrases: readonly Phrase[], policy: Policy): readonly string[] {
  const found = [
    ...(phrases.length > MOST_PHRASES ? [`There are more than ${MOST_PHRASES.toLocaleString('en-GB')} phrases.`] : []),
    ...letterProblems(phrases),
    ...categoryProblems(phrases, policy),
    ...eachProblem(phrases),
  ]
  const more = found.length - MOST_TOLD
  return more > 0 ? [...found.slice(0, MOST_TOLD), `And ${more.toLocaleString('en-GB')} more about phrases.`] : found
}

/** Phrases that count for nobody, because no group looks at words about their category. */
export function unheardPhrases(phrases: readonly Phrase[], { groups }: Policy): readonly string[] {
  const heard = new Set(groups.flatMap(({ words = {} }) => Object.keys(words)))
  return [...Map.groupBy(phrases, ({ category }) => category)]
    .filter(([category]) => !heard.has(category))
    .map(([category]) => `No group looks at words about ${category}: its phrases count for nobody.`)
}

/** One sentence for each category, for it is one mistake. */
function categoryProblems(phrases: readonly Phrase[], { categories }: Policy): readonly string[] {
  const known = new Set(categories.map(({ id }) => id))
  const strange = Map.groupBy(phrases, ({ category }) => category)
  return [...strange]
    .filter(([category]) => !known.has(category))
    .map(([category, those]) =>
      those.length === 1
        ? `The phrase ${those[0]?.id} is in the category ${category}, which the policy does not have.`
        : `${those.length.toLocaleString('en-GB')} phrases are in the category ${category}, which the policy does not have.`,
    )
}

function eachProblem(phrases: readonly Phrase[]): readonly string[] {
  const ids = new Set<string>()
  const said = new Map<string, string>()
  return phrases.flatMap(({ id, words, category }) => {
    const plain = plainWords(words)
    const key = `${category}\n${plain}`
    const [isSecond, same] = [ids.has(id), said.get(key)]
    ids.add(id)
    if (same === undefined) said.set(key, id)
    if (isSecond) return [`There are two of the phrase ${id}.`]
    if (/[;\p{Cc}]/u.test(id)) return [`The phrase ${id.replace(/\p{Cc}/gu, ' ')} may not have a ; in its name.`]
    if (plain === '') return [`The phrase ${id} has no letter or figure: “${words}” is never found.`]
    if (plain.length > LONGEST) return [`The phrase ${id} is longer than ${LONGEST} letters.`]
    return same === undefined ? [] : [`The phrase ${id} says the same as ${same}: it would count twice.`]
  })
}

function letterProblems(phrases: readonly Phrase[]): readonly string[] {
  const letters = new Set(phrases.flatMap(({ words }) => Array.from(plainWords(words))))
  letters.delete(' ')
  return letters.size > MOST_LETTERS
    ? [`The phrases are made of ${letters.size} different letters; ${MOST_LETTERS} can be told apart.`]
    : []
}
