import { linesOf } from '../../../engine/notices/clause-lines.js'
import { noticeMechanism } from '../../../engine/notices/notice-mechanism.js'
import type { Notice, NoticeLine } from '../../../engine/notices/notice.js'
import { postOf, titleOfPost } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { PostId } from '../../../kernel/ids.js'
import { schoolAround } from '../school-around.js'

/** Those who sign in to Hedgerow and are bound by being there. */
export const signedIn: readonly string[] = ['any-staff', 'any-governor', 'any-volunteer', 'any-contractor']

/** What the policy asks of one post or audience, under the parts of the policy. */
function asked(pack: Pack, post: PostId): readonly NoticeLine[] {
  return pack.parts.flatMap(({ title, clauses }) =>
    linesOf(
      clauses.filter(({ posts }) => posts.includes(post)),
      post,
    ).map((line) => ({ ...line, part: title })),
  )
}

/** What each post promises, made from the clauses that name it; read on taking up the post, and each year. */
export const responsibilities: Notice = {
  id: 'responsibilities',
  title: 'My responsibilities',
  intro: 'What our policy asks of you, for each post you hold.',
  audiences: (pack) => [
    ...pack.posts.map(({ id }) => id),
    ...pack.audiences.map(({ id }) => id).filter((id) => signedIn.includes(id)),
  ],
  alsoFor: ['any-parent', 'any-pupil'] as unknown as readonly PostId[],
  text: (pack, post) => {
    const lines = asked(pack, post)
    if (lines.length === 0) return null
    return { title: titleOfPost(pack, post), lead: postOf(pack, post)?.plain ?? '', lines }
  },
  acknowledge: true,
  renew: 'year',
  within: '2 weeks',
  owner: 'headteacher' as PostId,
  see: 'records.keep',
  public: true,
  button: 'I have read this and it is mine to do',
}

export const responsibilitiesMechanism = noticeMechanism(schoolAround, responsibilities)
