import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { offerOf, readWalks } from '../../engine/procedures/index.js'
import type { Offer, Procedure } from '../../engine/procedures/index.js'
import { projectRoot } from '../../kernel/root.js'
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

/** What is entered in a worked example of the base pack, found by how its title begins, before it comes to a step. */
export function walkUpTo(procedure: Procedure, title: string, step: string): readonly Offer[] {
  const file = join(projectRoot(), `packs/uk-primary/procedures/${procedure.id}.walks.yaml`)
  const walk = readWalks(readFileSync(file, 'utf8')).walks.find((one) => one.title.startsWith(title))
  const at = walk?.entries.findIndex((play) => play.step === step) ?? -1
  if (!walk || at < 0) throw new Error(`No worked example “${title}” of ${procedure.id} comes to ${step}.`)
  return walk.entries.slice(0, at).map((play) => offerOf(procedure, play))
}
