import { defineForm } from '../../../engine/forms/define-form.js'
import { choice } from '../../../engine/forms/fields/choice.js'
import { longText } from '../../../engine/forms/fields/long-text.js'
import { manyChoices } from '../../../engine/forms/fields/many-choices.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { newId } from '../../../kernel/ids.js'
import { wordsOfPromise } from './clause-form.js'

type Options = readonly { readonly value: string; readonly text: string }[]

/** What stands where somebody's word is all there is to go by: the mechanism that asks a post for it. */
const onWord = 'attestation'

/** How often a word is asked for, as the spans that packs write. */
const often: Options = [
  { value: '1 month', text: 'Every month' },
  { value: 'term', text: 'Every term' },
  { value: 'year', text: 'Every year' },
]

/**
 * The questions about a promise that no pack has. It is kept by what Hedgerow can see (`keepers`: mechanisms that are
 * built, at their usual settings) or on the word of a post; a promise that nothing looks at cannot be made here.
 */
export function ownPromiseForm(pack: Pack, keepers: Options) {
  const posts = pack.posts.map(({ id, title }) => ({ value: id as string, text: title }))
  const audiences = pack.audiences.map(({ id, title }) => ({ value: id as string, text: title }))
  return defineForm({
    part: choice({
      label: 'Where does it belong?',
      missing: 'Choose a part of the policy',
      look: 'select',
      options: pack.parts.map(({ part, number, title }) => ({ value: part, text: `${number}. ${title}` })),
    }),
    ...wordsOfPromise(),
    reason: longText({
      label: 'Why does the school promise this?',
      hint: 'One sentence, kept with the promise',
      missing: 'Say why the school promises this',
      rows: 2,
      maxLength: 600,
    }),
    posts: manyChoices({ label: 'Who must act', missing: 'Say who must act', options: [...posts, ...audiences] }),
    known: choice({
      label: 'How will the school know that it is kept?',
      missing: 'Say how the school will know',
      options: [
        { value: 'word', text: 'Somebody looks, and says in words what they found' },
        { value: 'seen', text: 'Hedgerow sees it in its own records' },
      ],
    }),
    word: choice({
      label: 'Who looks?',
      missing: 'Say who looks',
      look: 'select',
      options: posts,
      when: { field: 'known', is: 'word' },
    }),
    every: choice({
      label: 'How often?',
      missing: 'Say how often',
      options: often,
      when: { field: 'known', is: 'word' },
    }),
    keeper: choice({
      label: 'What in Hedgerow keeps it?',
      missing: 'Choose what keeps it',
      look: 'select',
      options: keepers,
      when: { field: 'known', is: 'seen' },
    }),
  })
}

type Answers = Readonly<Record<'part' | 'text' | 'plain' | 'reason', string>> &
  Readonly<Record<'child' | 'ks1' | 'word' | 'every' | 'keeper', string | null>> & { readonly posts: readonly string[] }

/**
 * The new promise as an edit. Its id is made by chance: ids are never derived from wording, and one that a promise had is
 * never given to another. Its number follows from its part (overlay-files.ts).
 */
export function ownPromise(answers: Answers, now: number) {
  const { part, text, plain, child, ks1, posts, reason, word, every, keeper } = answers
  const kept = word ? { mechanism: onWord, with: { post: word, every: every ?? 'year' } } : { mechanism: keeper }
  const optional = Object.fromEntries(Object.entries({ child, ks1 }).filter(([, words]) => words))
  const change = { part, text, plain, ...optional, posts, keptBy: [kept], reason }
  return { section: 'clause', entry: `own-${newId(now).slice(-12)}`, change, why: reason } as const
}
