import type { Pack } from '../../../engine/packs/pack.js'
import type { PlannedPerson } from '../../planned-people.js'

/** 'Designated safeguarding lead (DSL)' is called either way in a list of staff. */
const namesOf = (title: string): readonly string[] =>
  title
    .toLowerCase()
    .split(/[()]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** Who most likely holds a post, by the job that the list gives them: 'Headteacher', 'Teacher and SENCO'. Null when nobody is called so. */
export function likelyHolder(post: Pack['posts'][number], people: readonly PlannedPerson[]): string | null {
  const names = namesOf(post.title)
  const called = ({ job }: PlannedPerson): boolean =>
    (job ?? '')
      .toLowerCase()
      .split(/[,;/&+()]|\band\b/)
      .some((part) => names.includes(part.trim()))
  return people.find(called)?.key ?? null
}
