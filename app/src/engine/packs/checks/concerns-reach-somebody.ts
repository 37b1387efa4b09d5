import type { PostId } from '../../../kernel/ids.js'
import type { Pack } from '../pack.js'
import { conflictFor } from '../lookup.js'
import { audienceOf } from '../audience-of.js'
import type { Conflict, Post } from '../schema/sections.js'
import type { Check, Fault } from './fault.js'

/**
 * A concern about any post always has a reader who is neither its holder nor withdrawn. That two posts may be held by
 * one person cannot be known from a pack; there the next in the list takes it.
 */
export const concernsReachSomebody: Check = (pack) => [
  ...pack.posts.flatMap((post) => unread(pack, post)),
  ...pack.conflicts.flatMap(contradictions),
  ...repeatedSubjects(pack.conflicts),
]

function unread(pack: Pack, post: Post): readonly Fault[] {
  const rule = conflictFor(pack, [post.id, audienceOf(post)])
  const readers = (rule?.to ?? pack.routing.first).filter(
    (reader) => reader !== post.id && !rule?.withdrawn?.includes(reader),
  )
  if (readers.length > 0) return []
  const sentence = `a concern about the post "${post.id}" would reach nobody else; add a conflict that sends it to another post.`
  return [{ on: rule ?? pack.routing, key: rule ? 'to' : 'first', sentence }]
}

function contradictions(rule: Conflict): readonly Fault[] {
  return [rule.to, rule.inform ?? []].flatMap((posts) =>
    posts.flatMap((post, key) => {
      const sentence = contradiction(rule, post)
      return sentence === undefined ? [] : [{ on: posts, key, sentence }]
    }),
  )
}

function contradiction({ id, about, withdrawn = [] }: Conflict, post: PostId): string | undefined {
  if (post === about) return `conflict "${id}" sends a concern about "${post}" to "${post}".`
  return withdrawn.includes(post) ? `conflict "${id}" both sends a concern to "${post}" and withdraws it.` : undefined
}

function repeatedSubjects(conflicts: readonly Conflict[]): readonly Fault[] {
  return conflicts.flatMap((rule, index) => {
    const earlier = conflicts.slice(0, index).find(({ about }) => about === rule.about)
    if (!earlier) return []
    const sentence = `conflict "${rule.id}" is about "${rule.about}", as is "${earlier.id}" before it, so it would never be used.`
    return [{ on: rule, key: 'about', sentence }]
  })
}
