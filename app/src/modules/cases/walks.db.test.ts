import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { openTestDb } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { fullSchool } from '../../../test/full-school.js'
import type { FullSchool } from '../../../test/full-school.js'
import { deadline } from '../../kernel/calendar/deadline.js'
import { spanOf } from '../../kernel/calendar/span.js'
import { offerOf, path, readWalks, stepOf, whoActs } from '../../engine/procedures/index.js'
import type { Offer, Step } from '../../engine/procedures/index.js'
import { audienceById } from '../../engine/packs/lookup.js'
import { workerIn } from '../../kernel/actor.js'
import type { Actor } from '../../kernel/actor.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import { Refusal } from '../../kernel/refusal.js'
import { projectRoot } from '../../kernel/root.js'
import { calendarOf } from '../people/index.js'
import { openExampleCase } from './case.examples.js'
import { letSee } from './commands/change-sight.js'
import { contactAgency } from './commands/contact-agency.js'
import { enterStep } from './commands/enter-step.js'
import { caseOf } from './queries/case-of.js'
import { runningIn } from './queries/progress-of.js'
import type { Running } from './queries/progress-of.js'

const packs = join(projectRoot(), 'packs')
/** A pack may still be being written: only those with a whole policy can be put in force. */
const shipped = globSync('*/pack.yaml', { cwd: packs }).map((file) => dirname(file))

const walksOf = (pack: string) =>
  globSync('procedures/*.walks.yaml', { cwd: join(packs, pack) }).map((file) =>
    readWalks(readFileSync(join(packs, pack, file), 'utf8')),
  )

for (const pack of shipped)
  describe(`the worked examples of ${pack}, played by people at their screens`, () => {
    let t: TestDb
    let school: FullSchool
    let dsl: Actor
    before(async () => {
      t = await openTestDb()
      school = await fullSchool(t.db, { pack })
      dsl = await school.as('dsl')
    })
    after(() => t.close())

    /** The person whose step it is: its own post where it must be done in person, else the lead. */
    async function personFor(caseId: string, { procedure, progress }: Running, step: Step): Promise<Actor> {
      const post = whoActs(procedure, progress, step)
      const own = step.inPerson || step.kind === 'approve'
      if (!own || dsl.posts.has(post) || audienceById(school.pack.pack, post)) return dsl
      const actor = await school.as(post)
      const sees = await reading(t.db, actor, (tx) => caseOf(tx, caseId)).catch(() => null)
      if (!sees) await inSchool(t.db, dsl, (tx) => letSee(tx, caseId, school.holder(post), 'It is their step.'))
      return actor
    }

    /** Waits out a wait, and tells the agencies that must hear before another. */
    async function prepare(caseId: string, { progress }: Running, step: Step): Promise<void> {
      t.clock.at(t.clock.now().add({ minutes: 1 }).toString())
      const last = progress.at(-1)
      if (step.kind === 'wait' && last) {
        const calendar = await reading(t.db, workerIn(school.id), calendarOf)
        const over = deadline(calendar, Temporal.Instant.from(last.at), spanOf(step.for))
        if (Temporal.Instant.compare(over, t.clock.now()) > 0) t.clock.at(over.toString())
      }
      const first = step.kind === 'refer' ? school.pack.pack.agencies.find(({ id }) => id === step.agency)?.before : []
      for (const agency of first ?? [])
        await inSchool(t.db, dsl, (tx) =>
          contactAgency(tx, caseId, {
            agency,
            kind: 'not-referred',
            at: tx.now,
            spokeWith: null,
            theirReference: null,
            words: 'There is no crime.',
          }),
        )
    }

    const running = (caseId: string): Promise<Running> =>
      reading(t.db, workerIn(school.id), async (tx) => (await runningIn(tx, await caseOf(tx, caseId))) as Running)

    const enter = async (caseId: string, now: Running, offer: Offer): Promise<string | undefined> => {
      const step = stepOf(now.procedure, offer.step)
      if (step) await prepare(caseId, now, step)
      const actor = step ? await personFor(caseId, now, step) : dsl
      return inSchool(t.db, actor, (tx) => enterStep(tx, caseId, offer)).then(
        () => undefined,
        (refusal: unknown) => {
          if (refusal instanceof Refusal) return refusal.sentence
          throw refusal
        },
      )
    }

    for (const { procedure, walks } of walksOf(pack))
      for (const example of walks)
        test(`${procedure}: ${example.title}`, async () => {
          t.clock.at('2026-11-25T11:00:00Z')
          const opened = await openExampleCase(t.db, school.id, dsl, { procedure })
          let last = await running(opened.case)
          for (const play of example.entries) {
            const sentence = await enter(opened.case, last, offerOf(last.procedure, play))
            if (play.refused === undefined) assert.equal(sentence, undefined, play.step)
            else assert.ok(sentence?.includes(play.refused), `${play.step} was answered with: ${sentence}`)
            const next = await running(opened.case)
            if (next.procedure.id !== procedure) return // the case went on with another procedure, as the walk ends
            last = next
          }
          const { done, now } = path(last.procedure, last.progress)
          assert.equal(done.map(({ step }) => step.id).join(' '), example.path.trim().split(/\s+/).join(' '))
          assert.equal(now === null ? 'closed' : now.id, example.ends ?? 'closed')
        })
  })

test('every shipped procedure with a file of its own has walks that were played', () => {
  for (const file of globSync('*/procedures/*.yaml', { cwd: packs }).filter((one) => !one.endsWith('.walks.yaml')))
    assert.ok(existsSync(join(packs, file.replace('.yaml', '.walks.yaml'))), file)
})
