import type { Tx } from '../../../kernel/db/tx.js'
import type { PersonId, PostId } from '../../../kernel/ids.js'
import { tell } from '../../communications/index.js'
import type { Telling } from '../../communications/index.js'
import { holdersOf, personUrl } from '../../people/index.js'
import { findActivePack, postsUrl } from '../../policy/index.js'

/** The power to read every concern that comes in; declared by a module above this one, so it is named and not imported. */
const READS_CONCERNS = 'concerns.triage'

type Change = Pick<Telling, 'about'> & {
  readonly person: PersonId
  readonly kind: 'reader-let-in' | 'reader-appointed'
}

/**
 * Tells everybody who reads concerns that one of them can sign in anew, or that there is one more. Whoever keeps the
 * accounts and posts could let themselves in by either; nothing can stop them, so others hear of it (SECURITY.md).
 */
export async function tellReaders(tx: Tx, { person, kind, about }: Change): Promise<void> {
  const active = await findActivePack(tx)
  const reading = (active?.pack.posts ?? []).filter(({ powers }) => powers.includes(READS_CONCERNS))
  const posts = reading.map(({ id }) => id)
  const readers = await holdersOf(tx, posts)
  if (kind === 'reader-let-in' && !readers.some((one) => one.person === person)) return
  const others = readers.filter((one) => one.person !== person && one.person !== tx.actor.personId)
  const sight = { posts, persons: [], never: [] }
  // Governors may read who holds which post, and not the page of a person.
  const seesPeople = new Set(reading.filter(({ powers }) => powers.includes('people.read')).map(({ id }) => id))
  const some = others.filter(({ post }) => seesPeople.has(post)).map((one) => one.person)
  const rest = others.map((one) => one.person).filter((one) => !some.includes(one))
  await tell(tx, { persons: some, kind, about, url: personUrl({ person }), sight })
  await tell(tx, { persons: rest, kind, about, url: postsUrl(), sight })
}

/** Somebody was given a post. The posts that a new school begins with are nobody's news. */
export async function whenPostGiven(
  tx: Tx,
  given: { readonly post: PostId; readonly person: PersonId; readonly holding: string },
): Promise<void> {
  if (tx.actor.channel === 'setup') return
  const active = await findActivePack(tx)
  const reads = active?.pack.posts.some(({ id, powers }) => id === given.post && powers.includes(READS_CONCERNS))
  if (reads)
    await tellReaders(tx, {
      person: given.person,
      kind: 'reader-appointed',
      about: { table: 'post_holding', id: given.holding },
    })
}
