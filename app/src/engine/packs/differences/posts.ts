import { titleOfPost } from '../lookup.js'
import type { Pack } from '../pack.js'
import type { Post } from '../schema/sections.js'
import { compare, inWords, same, thePost } from './compare.js'

/** Posts to fill, posts that go, and posts whose holders may do more or less. */
export function postDifferences(before: Pack, after: Pack): readonly string[] {
  const { added, removed, changed } = compare(before.posts, after.posts)
  const repowered = changed.filter((post) => !same(powers(post.before), powers(post.after)))
  const recovered = changed.filter((post) => !same(post.before.deputies ?? [], post.after.deputies ?? []))
  return [
    ...listed(
      added.filter(({ required }) => required),
      'New posts to fill',
    ),
    ...listed(
      added.filter(({ required }) => !required),
      'New posts that may be filled',
    ),
    ...listed(removed, 'Posts that this policy does not use'),
    ...listed(
      repowered.map((post) => post.after),
      'Posts whose holders may do more, or less, than before',
    ),
    ...recovered.map(({ after: post }) => cover(after, post)),
  ]
}

const powers = (post: Post): readonly string[] => post.powers.toSorted()

const listed = (posts: readonly Post[], heading: string): readonly string[] =>
  posts.length === 0 ? [] : [`${heading}: ${inWords.format(posts.map(({ title }) => title))}.`]

function cover(pack: Pack, { title, deputies = [] }: Post): string {
  if (deputies.length === 0) return `Nobody is named to cover for ${thePost(title)}.`
  return `Cover for ${thePost(title)}: ${inWords.format(deputies.map((id) => titleOfPost(pack, id)))}.`
}
