import { randomBytes } from 'node:crypto'
import type { Temporal } from 'temporal-polyfill'
import { publicIn, workerIn } from '../../kernel/actor.js'
import type { Actor } from '../../kernel/actor.js'
import { fixedClock } from '../../kernel/calendar/clock.js'
import type { Db } from '../../kernel/db/database.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import type { Tx } from '../../kernel/db/tx.js'
import type { PersonId, SchoolId } from '../../kernel/ids.js'
import { collectJobs } from '../../kernel/jobs/collected.js'
import { Refusal } from '../../kernel/refusal.js'
import type { Assessment } from '../../modules/concerns/index.js'
import { sourceKey } from '../../modules/people/index.js'
import type { StoryEvent } from '../../modules/people/index.js'
import { actorOf } from '../../modules/policy/index.js'
import { acts } from './story-acts.js'

/** What a story needs to know of itself from one act to the next. */
export interface Plot {
  concern: string
  case: string | null
  assessment: Assessment | null
  /** Who leads the case, once there is one. */
  lead: PersonId | null
  /** What a child keeps: the hash of the words, as the conversation stores it. */
  receipt: string
  readonly entries: Map<number, string>
  readonly actions: Map<number, string>
}

/** One act about to happen: who does it, when, and the story so far. */
export interface Scene {
  readonly db: Db
  readonly school: SchoolId
  readonly actor: Actor
  readonly plot: Plot
  readonly plots: ReadonlyMap<string, Plot>
  readonly person: (source: string) => PersonId
  readonly write: <R>(work: (tx: Tx) => Promise<R>) => Promise<R>
}

/** A refused act, for the log of whoever builds the example: in a sound story there is none. */
export type OnRefused = (story: string, act: string, refusal: Refusal) => void

const newPlot = (): Plot => ({
  concern: '',
  case: null,
  assessment: null,
  lead: null,
  receipt: `example ${randomBytes(16).toString('hex')}`,
  entries: new Map(),
  actions: new Map(),
})

/** The database with its clock standing at a moment of a story, and nobody mailed about it. */
const dbAt = (db: Db, at: Temporal.Instant): Db => ({ ...db, clock: fixedClock(at), jobs: collectJobs() })

/**
 * Plays stories through the same commands that people use, each act at its own moment, oldest first. What the product
 * would refuse is refused here too, and told to onRefused: the example cannot show what the product does not do.
 */
export async function playStories(
  db: Db,
  school: SchoolId,
  stage: {
    readonly events: readonly StoryEvent[]
    readonly people: ReadonlyMap<string, PersonId>
    readonly onRefused: OnRefused
    readonly progress?: (done: number, of: number) => void
  },
): Promise<void> {
  const plots = new Map<string, Plot>()
  const person = (source: string): PersonId => {
    const id = stage.people.get(sourceKey({ system: 'example', id: source }))
    if (!id) throw new Error(`Nobody of the example school has the source ${source}`)
    return id
  }
  for (const [at, event] of stage.events.entries()) {
    const plot = plots.get(event.story) ?? newPlot()
    plots.set(event.story, plot)
    const then = dbAt(db, event.at)
    const by = 'by' in event && event.by !== null ? event.by : null
    const actor =
      by === null
        ? publicIn(school, plot.receipt)
        : await reading(then, workerIn(school), (tx) => actorOf(tx, person(by)))
    const write: Scene['write'] = (work) => inSchool(then, actor, work)
    await acts[event.act]({ db: then, school, actor, plot, plots, person, write }, event as never).catch(
      (fault: unknown) => {
        if (!(fault instanceof Refusal)) throw fault
        stage.onRefused(event.story, event.act, fault)
      },
    )
    stage.progress?.(at + 1, stage.events.length)
  }
}
