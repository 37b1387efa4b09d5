import { titleOfPost } from '../../../engine/packs/lookup.js'
import { Time } from '../../../web/components/app/time.js'
import type { PersonId, PostId } from '../../../kernel/ids.js'
import type { CaseView } from '../queries/case-view.js'

/** A person of the page by full name and class. */
export function personWords({ cards }: Pick<CaseView, 'cards'>, id: PersonId | null): string {
  const card = id === null ? undefined : cards.get(id)
  if (!card) return id === null ? 'Hedgerow' : 'Somebody you may not see'
  return card.class_code ? `${card.name}, ${card.class_code}` : card.name
}

/** Who wrote something, and in which post: 'Amira Khan, Deputy designated safeguarding lead'. */
export function byWords(view: Pick<CaseView, 'cards' | 'pack'>, by: PersonId | null, asPost: PostId | null): string {
  const name = personWords(view, by)
  return asPost === null ? name : `${name}, ${titleOfPost(view.pack, asPost)}`
}

/** A moment, as the case page says it. */
export function When({ view, at }: { readonly view: Pick<CaseView, 'now'>; readonly at: CaseView['now'] }) {
  return <Time at={at} now={view.now} />
}

/** Somebody in a case: named, or described. */
export const inCaseWords = (view: CaseView, { person_id, described }: CaseView['people'][number]): string =>
  person_id === null ? (described ?? 'Somebody not named') : personWords(view, person_id)
