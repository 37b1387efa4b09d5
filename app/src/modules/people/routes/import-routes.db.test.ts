import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { atSchool } from '../../../../test/at-school.js'
import { checkPage } from '../../../../test/render-checks.js'
import { workerIn } from '../../../kernel/actor.js'
import type { Actor } from '../../../kernel/actor.js'
import { reading } from '../../../kernel/db/in-school.js'
import { peopleModule } from '../module.js'
import { Refusal } from '../../../kernel/refusal.js'
import { existingRoster } from '../queries/existing-roster.js'
import type { ImportOutcome, ImportProgress } from '../commands/apply-import.js'
import { startImport } from '../running-imports.js'
import { importColumnsUrl, importProgressUrl, importUrl, peopleUrl, reviewImportUrl } from '../urls.js'

const headings = 'Adno,Forename,Surname,UPN,Reg'
const pupils = (count: number, more: readonly string[] = []): string =>
  [headings, ...Array.from({ length: count }, (_, at) => `${at},Wren,Low ${at},,Hazel`), ...more].join('\n')

describe('an office imports people on the screen', () => {
  const here = atSchool(peopleModule)
  let office: Actor
  beforeEach(async () => {
    office = await here.school.as('school-business-manager')
  })

  const bring = (text: string | Uint8Array, fields = {}) =>
    here.routes.upload(office, importUrl(), { 'people.csv': text }, fields)
  const agree = (...agreed: string[]) => here.routes.post(office, reviewImportUrl(), { agree: agreed })
  const enrolled = async () =>
    (await reading(here.t.db, workerIn(here.school.id), existingRoster)).people.filter(
      ({ kind, end }) => kind === 'pupil' && end === null,
    ).length

  it('shows what would change and changes nothing before it is agreed to', async () => {
    const sent = await bring(pupils(3))
    assert.deepEqual([sent.status, sent.location], [303, reviewImportUrl()])
    const review = await here.routes.get(office, reviewImportUrl())
    checkPage(review.html)
    assert.match(review.html, /New people<\/dt><dd[^>]*>3</)
    assert.equal(await enrolled(), 0)
    assert.equal((await agree()).status, 303)
    assert.equal(await enrolled(), 3)
  })

  it('names every bad row with its line, and takes the rest only where that is chosen', async () => {
    await bring(pupils(2, ['9,Ada,,not-a-upn,Hazel', '0,Ada,Twin,,Hazel']))
    const review = await here.routes.get(office, reviewImportUrl())
    checkPage(review.html)
    assert.match(review.html, /people\.csv, line 4/)
    const refused = await agree()
    assert.equal(refused.status, 400)
    assert.match(refused.html, /tick that they are left out/)
    assert.equal(await enrolled(), 0)
    assert.equal((await agree('skip')).status, 303)
    assert.ok((await enrolled()) >= 1)
  })

  it('ends a fifth of the school only when somebody ticks that it is right', async () => {
    await bring(pupils(20))
    await agree()
    await bring(pupils(4))
    const review = await here.routes.get(office, reviewImportUrl())
    assert.match(review.html, /would end 16 of 20 pupils/)
    assert.equal((await agree()).status, 400)
    assert.equal(await enrolled(), 20)
    assert.equal((await agree('guards')).status, 303)
    assert.equal(await enrolled(), 4)
  })

  it('shows how far a long import is, and once it is done where the people are', async () => {
    let end: (outcome: ImportOutcome) => void = () => {}
    const slow = (progress: ImportProgress) => {
      progress(40, 100)
      return new Promise<ImportOutcome>((resolve) => (end = resolve))
    }
    await startImport(office, slow, { patience: 1, onFault: assert.ifError })
    const going = await here.routes.get(office, importProgressUrl())
    checkPage(going.html)
    assert.match(going.html, /40 of 100 rows written/)
    end({ added: 100, changed: 0, ended: 0, same: 0 })
    await new Promise((resolve) => setTimeout(resolve, 5))
    assert.equal((await here.routes.get(office, importProgressUrl())).location, peopleUrl())
  })

  it('says why an import stopped, keeps the files, and writes nothing of it', async () => {
    await bring(pupils(3))
    const refusing = () => Promise.reject(new Refusal('conflict', 'Another import is going on.'))
    await startImport(office, refusing, { patience: 50, onFault: assert.ifError })
    assert.equal((await here.routes.get(office, importProgressUrl())).location, reviewImportUrl())
    assert.equal(await enrolled(), 0)
  })

  it('ends nobody where the file holds only some people', async () => {
    await bring(pupils(20))
    await agree()
    await bring(pupils(4), { part: 'part' })
    assert.match((await here.routes.get(office, reviewImportUrl())).html, /Nothing has changed/)
    assert.equal(await enrolled(), 20)
  })

  it('asks again when the books have changed since the review was read', async () => {
    await bring(pupils(3))
    const stale = await here.routes.post(office, reviewImportUrl(), { mark: 'of another day' })
    assert.equal(stale.status, 400)
    assert.match(stale.html, /changed meanwhile/)
    assert.equal(await enrolled(), 0)
  })

  it('lets the office say what a column holds, and remembers it for the next file', async () => {
    const strange = 'Adno,Moniker,Reg,UPN\n1,Wren Low,Hazel,\n2,Tam Reed,Hazel,'
    await bring(strange)
    const unread = await here.routes.get(office, reviewImportUrl())
    checkPage(unread.html)
    assert.match(unread.html, /No column holds the names/)
    const columns = { file: '0', kind: 'pupil', 'column-0': 'id', 'column-1': 'full-name', 'column-2': 'class' }
    await here.routes.post(office, importColumnsUrl(), columns, reviewImportUrl())
    assert.equal((await agree()).status, 303)
    assert.equal(await enrolled(), 2)
    await bring(strange)
    assert.match((await here.routes.get(office, reviewImportUrl())).html, /Nothing has changed/)
  })

  it('takes no picture, whatever it is called, and no workbook', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d4948445200', 'hex')
    const picture = await bring(png)
    assert.equal(picture.status, 400)
    assert.match(picture.html, /not a spreadsheet saved as CSV/)
    const named = await here.routes.upload(office, importUrl(), { 'list.png': pupils(2) })
    assert.match(named.html, /Save the spreadsheet as CSV first/)
    const none = await here.routes.upload(office, importUrl(), {})
    checkPage(none.html)
    assert.match(none.html, /Choose the files to import/)
  })

  it('holds no more than 64 MB of one form in memory, however many files it brings', async () => {
    const part = Buffer.alloc(22 * 1024 * 1024, 'a')
    const sent = await here.routes.upload(office, importUrl(), { 'a.csv': part, 'b.csv': part, 'c.csv': part })
    assert.equal(sent.status, 400)
    checkPage(sent.html)
    assert.match(sent.html, /more than 64 MB together/)
    assert.match((await here.routes.get(office, reviewImportUrl())).html, /not here any more/)
  })

  it('opens to nobody whose post does not import, and to no form of another site', async () => {
    assert.equal((await here.routes.get(await here.school.as('dsl'), importUrl())).status, 403)
    const forged = await bring(pupils(2), { _csrf: 'made up' })
    assert.equal(forged.status, 400)
    assert.match((await here.routes.get(office, reviewImportUrl())).html, /not here any more/)
  })
})
