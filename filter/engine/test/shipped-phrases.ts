import { readFileSync } from 'node:fs'
import type { Phrase } from '../src/list-source.js'
import type { Category } from '../src/policy.js'

/** The phrases that come with Hedgerow, as `hedgerow filter compile` reads them: none of them has a comma in it. */
export const SHIPPED_PHRASES: readonly Phrase[] = readFileSync('filter/lists/phrases.csv', 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .slice(1)
  .map((line) => {
    const [id = '', words = '', category = '', weight = '', language = ''] = line.split(',')
    return { id, words, category, weight: Number(weight), language }
  })

/** The categories that they are in, but for what the school of school.ts has anyway. */
export const CATEGORIES_OF_WORDS: readonly Category[] = [
  { id: 'bullying', title: 'Bullying', childWords: 'a page that is unkind to people' },
  { id: 'violence', title: 'Violence', childWords: 'a page about fighting' },
  { id: 'extremism', title: 'Extremism', childWords: 'a page that says some people are worth less' },
]
