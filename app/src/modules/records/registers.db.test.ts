import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { checkPage } from '../../../test/render-checks.js'
import { workerIn } from '../../kernel/actor.js'
import { reading } from '../../kernel/db/in-school.js'
import { mustBeChecked } from '../people/index.js'
import { recordsSchool } from './records.examples.js'
import type { RecordsSchool } from './records.examples.js'

describe('registers', () => {
  let around: RecordsSchool
  let t: RecordsSchool['t']
  let school: RecordsSchool['school']
  let routes: RecordsSchool['routes']
  let check: RecordsSchool['check']
  before(async () => {
    around = await recordsSchool()
    ;({ t, school, routes, check } = around)
  })
  after(() => around.close())

  const supplier = {
    name: 'Lantern Filtering',
    services: 'filtering',
    'from-day': '1',
    'from-month': '9',
    'from-year': '2026',
    'until-day': '1',
    'until-month': '9',
    'until-year': '2027',
    phone: '01632 960 171',
    assurance: 'Self-certification, spring',
    data: 'Agreement in the office',
  }

  test('a supplier is added on the page, found, changed with its history kept, and keeps its promise', async () => {
    const manager = await school.as('school-business-manager')
    assert.equal((await check('suppliers', { agency: 'filtering-provider' })).verdict, 'broken')
    checkPage((await routes.get(manager, '/registers')).html)
    checkPage((await routes.get(manager, '/registers/suppliers')).html)
    const asked = await routes.post(manager, '/registers/suppliers/new', {
      ...supplier,
      'owner-words': 'network',
      _search: 'owner',
    })
    checkPage(asked.html)
    assert.match(asked.html, /Lantern Filtering/, 'what was typed is kept while somebody is searched for')
    const saved = await routes.post(manager, '/registers/suppliers/new', {
      ...supplier,
      owner: school.holder('network-manager'),
    })
    assert.equal(saved.status, 303, saved.html.slice(0, 2000))
    const entry = saved.location ?? ''
    const change = { ...supplier, owner: school.holder('network-manager'), phone: '01632 960 199' }
    assert.equal((await routes.post(manager, `${entry}/change`, change)).status, 303)
    const page = await routes.get(manager, entry)
    checkPage(page.html)
    assert.match(page.html, /01632 960 171 → 01632 960 199/)
    const found = await routes.post(manager, '/registers/suppliers', { sought: 'lantern' })
    checkPage(found.html)
    assert.match(found.html, /Lantern Filtering/)
    assert.equal((await check('suppliers', { agency: 'filtering-provider' })).verdict, 'kept')
  })

  test('a change that somebody else made in between is not written over', async () => {
    const manager = await school.as('school-business-manager')
    const [, entry = ''] =
      /href="(\/registers\/suppliers\/[0-9a-f-]{36})"/.exec((await routes.get(manager, '/registers/suppliers')).html) ??
      []
    const change = { ...supplier, owner: school.holder('network-manager'), number: '1' }
    const refused = await routes.post(manager, `${entry}/change`, change)
    assert.equal(refused.status, 400)
    assert.match(refused.html, /Somebody else changed this supplier/)
  })

  test('a contract that runs out turns the promise on its day, and yesterday is answered as it was', async () => {
    const day = (iso: string) => Temporal.Instant.from(iso)
    const params = { agency: 'filtering-provider' }
    assert.equal((await check('suppliers', params, day('2027-08-20T10:00:00Z'))).verdict, 'due')
    const over = await check('suppliers', params, day('2027-09-02T10:00:00Z'))
    assert.equal(over.verdict, 'broken')
    assert.match(over.findings[0]?.sentence ?? '', /“Lantern Filtering” ran out/)
    assert.equal(over.findings[0]?.rows[0]?.table, 'register_entry')
    assert.equal(
      (await check('suppliers', params, day('2026-11-01T10:00:00Z'))).verdict,
      'broken',
      'before it was added there was none',
    )
  })

  test('somebody whose posts do not let them keep a register is refused, by the page and by the database', async () => {
    const senco = await school.as('senco')
    assert.equal((await routes.get(senco, '/registers/suppliers')).status, 200)
    assert.equal((await routes.get(senco, '/registers/suppliers/new')).status, 403)
    assert.equal((await routes.get(senco, '/registers/checks')).status, 403)
  })

  test('a spreadsheet is looked at line by line: nothing is brought in while one line is wrong and all was asked', async () => {
    const manager = await school.as('school-business-manager')
    const file = [
      'Name of the room,What is it?,Can anybody go online there?',
      'Computer room,Computer room,yes',
      'Hall,Ballroom,no',
      '=1+1,Classroom,yes',
    ].join('\r\n')
    const upload = (mode: string) => routes.upload(manager, '/registers/rooms/import', { 'rooms.csv': file }, { mode })
    const all = await upload('all')
    checkPage(all.html)
    assert.match(all.html, /Line 3\. What is it\?: Choose one of the answers given here/)
    assert.match((await routes.get(manager, '/registers/rooms')).html, /No room is on record/)
    assert.match((await upload('good')).html, /2 added, 0 changed, 0 as they were, 1 left out/)
    assert.match((await upload('good')).html, /0 added, 0 changed, 2 as they were, 1 left out/, 'twice is no harm')
    const picture = await routes.upload(
      manager,
      '/registers/rooms/import',
      { 'p.png': new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10, 0, 0]) },
      { mode: 'good' },
    )
    assert.equal(picture.status, 400)
    const csv = await routes.get(manager, '/registers/rooms/export.csv')
    assert.match(
      csv.html,
      /'=1\+1,Classroom,Yes/,
      'a name that a spreadsheet would run is made harmless on the way out',
    )
    checkPage((await routes.get(manager, '/registers/rooms/print')).html)
  })

  test('a room where anybody can go online and no poster hangs is named', async () => {
    const state = await check('posters', {})
    assert.equal(state.verdict, 'broken')
    assert.match(state.findings.map(({ sentence }) => sentence).join(), /No poster hangs in: .*Computer room/)
  })

  test('a number of the single central record is for those who keep it, and for nobody else in the database', async () => {
    const manager = await school.as('school-business-manager')
    const entry = {
      person: school.holder('senco'),
      kind: 'dbs',
      seenBy: 'Office',
      number: '001600001234',
      'issued-day': '1',
      'issued-month': '9',
      'issued-year': '2024',
      'until-day': '1',
      'until-month': '11',
      'until-year': '2026',
    }
    const saved = await routes.post(manager, '/registers/checks/new', entry)
    assert.equal(saved.status, 303)
    assert.match((await routes.get(manager, saved.location ?? '')).html, /001600001234/)
    const dsl = await school.as('dsl')
    const seen = await routes.get(dsl, saved.location ?? '')
    assert.equal(seen.status, 200)
    assert.doesNotMatch(seen.html, /001600001234/)
    assert.doesNotMatch((await routes.get(dsl, '/registers/checks/export.csv')).html, /001600001234/)
  })

  test('a check that ran out keeps its holder from a post that gives others a way in', async () => {
    const refused = reading(t.db, workerIn(school.id), (tx) => mustBeChecked(tx, school.holder('senco')))
    await assert.rejects(refused, /DBS check has run out/)
    await assert.rejects(
      reading(t.db, workerIn(school.id), (tx) => mustBeChecked(tx, school.holder('dsl'))),
      /no DBS check on record/,
    )
  })
})
