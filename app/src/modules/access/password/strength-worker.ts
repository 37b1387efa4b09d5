import { parentPort } from 'node:worker_threads'
import { type Match, ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary as everywhere } from '@zxcvbn-ts/language-common'
import { dictionary as english } from '@zxcvbn-ts/language-en'
import type { StrengthAnswer, StrengthQuestion } from './strength.js'

/**
 * Estimates how many guesses a password withstands, with the most common passwords of published breaches, English words
 * and names, keyboard rows and dates, all on this machine. Longer passwords are judged by their first 64 characters: the
 * work grows steeply with length, and what is weak at 64 is weak.
 */
const JUDGED_LENGTH = 64

/**
 * The estimator finds own words also reversed or in disguise (M@r1g0ld), but gives some of their places to other
 * dictionaries. So words as they stand are taken out as well, from four letters up: shorter ones are inside harmless words.
 */
const PLAIN_LENGTH = 4

const zxcvbn = new ZxcvbnFactory({
  dictionary: { ...everywhere, ...english },
  graphs: adjacencyGraphs,
  maxLength: JUDGED_LENGTH,
})

parentPort?.on('message', (question: StrengthQuestion) => parentPort?.postMessage(answer(question)))

function answer({ number, password, ownWords }: StrengthQuestion): StrengthAnswer {
  const whole = zxcvbn.check(password, [...ownWords])
  const disguised = whole.sequence.filter((match) => match['dictionaryName'] === 'userInputs')
  const plain = ownWords.filter((word) => word.length >= PLAIN_LENGTH && password.toLowerCase().includes(word))
  const found = [...new Set([...disguised.map((match) => String(match['matchedWord'])), ...plain])]
  const rest = found.length === 0 ? whole : zxcvbn.check(without(password, [...disguised.map(tokenOf), ...plain]))
  return {
    number,
    guessesLog10: whole.guessesLog10,
    guessesLog10WithoutOwnWords: rest.guessesLog10,
    ownWords: found,
    weakness: weakest(whole.sequence),
  }
}

/** The password in small letters without some pieces of it, the longest taken out first. */
function without(password: string, pieces: readonly string[]): string {
  const longestFirst = pieces.map((piece) => piece.toLowerCase()).toSorted((a, b) => b.length - a.length)
  return longestFirst.reduce((rest, piece) => rest.replaceAll(piece, ''), password.toLowerCase())
}

function tokenOf({ token }: Match): string {
  return token
}

/** The pattern that makes up most of the password, for the advice. */
function weakest(sequence: readonly Match[]): string {
  const longest = sequence.toSorted((a, b) => b.token.length - a.token.length)[0]
  if (!longest) return 'nothing'
  return longest.pattern === 'dictionary' ? String(longest['dictionaryName']) : longest.pattern
}
