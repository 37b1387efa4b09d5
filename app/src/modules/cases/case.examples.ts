import type { Db } from '../../kernel/db/database.js'
import { inSchool } from '../../kernel/db/in-school.js'
import type { Actor } from '../../kernel/actor.js'
import { newId } from '../../kernel/ids.js'
import type { PersonId, SchoolId } from '../../kernel/ids.js'
import { publicIn } from '../../kernel/actor.js'
import { reportConcern, triage } from '../concerns/index.js'
import type { Report } from '../concerns/index.js'

/** A fictional report of something that happened online, with whatever a test needs otherwise. */
export const exampleReport = (over: Partial<Report> = {}): Report => ({
  key: newId(),
  channel: 'public',
  words: 'My daughter was sent something in a game that upset her.',
  people: [],
  aboutPosts: [],
  reporterName: null,
  reporterContact: null,
  conversation: null,
  told_by: null,
  happened: 'yesterday evening',
  known_at: null,
  platform: 'game',
  device: null,
  place: null,
  address: null,
  danger: 'no',
  done_already: null,
  ...over,
})

export interface ExampleCase {
  readonly procedure: string | null
  readonly report?: Partial<Report>
  readonly child?: PersonId
}

/** Reports a concern and takes it up. Returns the concern's id and the case's. */
export async function openExampleCase(
  db: Db,
  school: SchoolId,
  lead: Actor,
  { procedure, report = {}, child }: ExampleCase,
): Promise<{ readonly concern: string; readonly case: string }> {
  const people = child ? [{ person: child, described: null, role: 'harmed' }] : []
  const told = await reportConcern(db, publicIn(school), exampleReport({ people, ...report }))
  const assessment = { risk: 'contact', subtype: 'grooming', urgency: 'ordinary' } as const
  const taken = await inSchool(db, lead, (tx) =>
    triage(tx, told.concern, assessment, { kind: 'take-up', procedure: procedure ?? 'none' }),
  )
  return { concern: told.concern, case: taken.case as string }
}

/** A conversation that a child's words open. */
export const exampleConversation = (words = newId()): NonNullable<Report['conversation']> => ({
  wordsHash: `words ${words}`,
  secretHash: `secret ${words}`,
  wish: 'ask-me-first',
  forWhom: 'me',
  picked: ['unkind'],
  childName: null,
  childClass: null,
})
