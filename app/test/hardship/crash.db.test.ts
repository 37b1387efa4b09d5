import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { after, before, describe, it } from 'node:test'
import { Client } from 'pg'
import { workerIn } from '../../src/kernel/actor.js'
import { systemClock } from '../../src/kernel/calendar/clock.js'
import { reading } from '../../src/kernel/db/in-school.js'
import type { SchoolId } from '../../src/kernel/ids.js'
import { sealWaiting } from '../../src/kernel/journal/sealer.js'
import { verifyJournal } from '../../src/kernel/journal/verify.js'
import { exampleSlug, planExample } from '../../src/setup/example/plan-example.js'
import { makeSchool } from '../../src/setup/make-school.js'
import { makeDataFolder } from './data-folder.js'
import type { DataFolder } from './data-folder.js'
import { newSending, openForm, sendReport } from './public-form.js'
import type { OpenForm, Sending } from './public-form.js'
import { startApp } from './running-app.js'
import type { RunningApp } from './running-app.js'

const reporters = 8
/** As many reports as have their answer when everything is killed. */
const beforeKill = 40

interface Kept {
  readonly reference: string
  readonly words: string
}

describe('Reports that are being sent while the machine fails', { timeout: 120_000 }, () => {
  let data: DataFolder
  let school: SchoolId
  let app: RunningApp | null = null
  let form: OpenForm
  /** What reporters were told has arrived, by key: the report and its reference. */
  const acknowledged = new Map<string, Sending & { readonly reference: string }>()
  /** What was on its way and never answered. */
  const unanswered: Sending[] = []

  before(async () => {
    data = await makeDataFolder()
    const hedgerow = await data.open()
    const { plan } = await planExample(systemClock.now())
    school = (await makeSchool(hedgerow.db, plan, async () => null)).school
    await hedgerow.close()
    app = await startApp(data.path)
    form = await openForm(formUrl())
  })
  after(async () => {
    await app?.stop()
    await data.remove()
  })

  const formUrl = (): string => `${app?.url}/report/${exampleSlug}`

  const send = async (sending: Sending): Promise<void> =>
    void acknowledged.set(sending.key, { ...sending, reference: await sendReport(formUrl(), form, sending) })

  /** Sends one report after another until one gets no answer. */
  async function keepReporting(): Promise<void> {
    for (;;) {
      const sending = newSending()
      try {
        await send(sending)
      } catch {
        unanswered.push(sending)
        return
      }
    }
  }

  /** Lets eight people report at once, and pulls the plug in the middle of it. */
  async function reportUntil(killed: () => Promise<void>): Promise<void> {
    const enough = acknowledged.size + beforeKill
    const all = Promise.all(Array.from({ length: reporters }, keepReporting))
    while (acknowledged.size < enough && unanswered.length < reporters) await pause(2)
    await killed()
    await all
  }

  /** Every report that the database holds, by its words. */
  async function keptReports(): Promise<readonly Kept[]> {
    const hedgerow = await data.open()
    const owner = new Client({ connectionString: hedgerow.ownerUrl })
    await owner.connect()
    try {
      const { rows } = await owner.query<Kept>(`SELECT c.reference, s.words FROM concern c
        JOIN statement s ON s.school_id = c.school_id AND s.concern_id = c.id AND s.kind = 'report'
        JOIN conversation v ON v.school_id = c.school_id AND v.id = c.id`)
      return rows
    } finally {
      await owner.end()
      await hedgerow.close()
    }
  }

  it('lose no report that was acknowledged, when the application is killed', async () => {
    await reportUntil(async () => app?.kill())
    app = await startApp(data.path)
    await checkAcknowledged()
  })

  it('lose none when the application and its database are killed together', async () => {
    const killed = Number((await readFile(await data.postmasterFile(), 'utf8')).split('\n')[0])
    await reportUntil(async () => {
      process.kill(-killed, 'SIGKILL')
      await app?.kill()
    })
    app = await startApp(data.path)
    const now = Number((await readFile(await data.postmasterFile(), 'utf8')).split('\n')[0])
    assert.notEqual(now, killed, 'the database was really started again')
    await checkAcknowledged()
  })

  it('become one record each when whoever had no answer sends the form again, even twice at once', async () => {
    assert.equal(unanswered.length, 2 * reporters, 'every reporter was interrupted both times')
    await Promise.all(unanswered.flatMap((sending) => [send(sending), send(sending)]))
    const kept = await checkAcknowledged()
    assert.equal(kept.length, acknowledged.size)
  })

  it('leave a journal that verifies, with every statement sealed in it', async () => {
    await app?.stop()
    app = null
    const hedgerow = await data.open()
    try {
      await sealWaiting(hedgerow)
      const sealed = hedgerow.modules.flatMap((module) => module.sealed)
      const found = await reading(hedgerow.db, workerIn(school), (tx) =>
        verifyJournal(tx, hedgerow.keys.journal, sealed),
      )
      assert.deepEqual(found.faults, [])
      assert.equal(found.waiting, 0)
      assert.ok(found.records >= acknowledged.size && found.links > acknowledged.size)
    } finally {
      await hedgerow.close()
    }
  })

  /** Each acknowledged report is there exactly once, under the reference that its reporter was given. */
  async function checkAcknowledged(): Promise<readonly Kept[]> {
    const kept = await keptReports()
    const byWords = Map.groupBy(kept, ({ words }) => words)
    for (const { words, reference } of acknowledged.values())
      assert.deepEqual(byWords.get(words), [{ reference, words }], `${reference} is there once`)
    for (const { words } of unanswered) assert.ok((byWords.get(words)?.length ?? 0) <= 1)
    return kept
  }
})
