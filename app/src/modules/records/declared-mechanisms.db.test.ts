import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import type { ClauseState } from '../../engine/clauses/clause-state.js'
import { addEntry } from '../../engine/registers/keep-entry.js'
import type { Values } from '../../engine/registers/register.js'
import { inSchool } from '../../kernel/db/in-school.js'
import type { PersonId } from '../../kernel/ids.js'
import { modules } from '../../modules.js'
import { callWhatIsDue } from './jobs/call-what-is-due.js'
import { recordsSchool } from './records.examples.js'
import type { RecordsSchool } from './records.examples.js'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const at = (iso: string) => Temporal.Instant.from(iso)
const only = (person: PersonId) => ({ people: [{ id: person, role: null }], notKnown: false })

describe('what is declared on the engines of registers and notices', () => {
  let around: RecordsSchool
  let t: RecordsSchool['t']
  let school: RecordsSchool['school']
  let routes: RecordsSchool['routes']
  let check: RecordsSchool['check']
  before(async () => {
    around = await recordsSchool()
    ;({ t, school, routes, check } = around)
    await callWhatIsDue(around.deps, around.school.id)
  })
  after(() => around.close())
  const found = async (id: string, params: object, asOf = t.clock.now()): Promise<string> =>
    (await check(id, params, asOf)).findings.map(({ sentence }) => sentence).join('\n')

  const add = async (register: string, values: object, titles: Readonly<Record<string, string>> = {}) => {
    const declared = modules.flatMap(({ registers = [] }) => registers).find(({ id }) => id === register)
    if (!declared) throw new Error(`No register ${register}`)
    const names = { person: () => 'Somebody', entry: (id: string) => titles[id] ?? id }
    return inSchool(t.db, await school.as('dsl'), (tx) =>
      addEntry(tx, declared, { values: values as Values, names: names as never }),
    )
  }

  test('groups: the group is there, led, and each seat is held by whoever holds its post, until their term ends', async () => {
    const params = { group: 'online-safety-group', posts: ['dsl', 'network-manager'] }
    assert.match(await found('groups', params), /No group is on record as the online safety group/)
    const purpose = 'Looks after this policy.'
    const group = await add('groups', {
      name: 'Online safety group',
      code: 'online-safety-group',
      kind: 'committee',
      purpose,
    })
    assert.match(await found('groups', params), /has no members/)
    const member = (post: string, more: object) =>
      add(
        'group-members',
        {
          group,
          person: only(school.holder(post)),
          seat: post,
          nominatedBy: null,
          from: day('2026-09-01'),
          until: null,
          ...more,
        },
        { [group]: 'Online safety group' },
      )
    await member('dsl', { chair: false })
    assert.match(await found('groups', params), /lacks its seat for the network manager/)
    await member('network-manager', { chair: true, until: day('2027-07-31') })
    assert.equal((await check('groups', params)).verdict, 'kept')
    assert.match(await found('groups', params, at('2027-08-02T09:00:00Z')), /lacks its seat/)
  })

  test('linked documents: one that the policy names stands, or is named; a replaced one needs what replaced it', async () => {
    const params = { document: ['behaviour-policy'] }
    assert.match(await found('linked-documents', params), /Not on record: behaviour policy/)
    const paper = {
      title: 'Behaviour policy',
      code: 'behaviour-policy',
      kind: 'policy',
      owner: 'headteacher',
      edition: '2026',
      where: 'Office',
      successor: null,
      audience: null,
      checked: day('2026-11-02'),
      until: null,
    }
    await add('linked-documents', { ...paper, state: 'dead', edition: '2019' })
    assert.match(await found('linked-documents', params), /cannot be found any more/)
    await add('linked-documents', { ...paper, state: 'current' })
    assert.doesNotMatch(await found('linked-documents', params), /Not on record/)
    assert.equal((await check('linked-documents', {}, at('2028-01-10T09:00:00Z'))).verdict, 'broken', 'nobody looked')
  })

  test('who can help: each line of the policy was looked at within the year, and a look renews it', async () => {
    const [line] = school.pack.pack.help
    assert.ok(line)
    const later = at('2028-03-01T09:00:00Z')
    assert.match(await found('help-sources', {}, later), new RegExp(`“${line.title}” can still be reached`))
    t.clock.at('2028-02-20T09:00:00Z')
    const look = { title: line.title, what: line.what, phone: null, web: null, for: [...line.for] }
    await add('help-sources', { ...look, checked: day('2028-02-20') })
    assert.doesNotMatch(await found('help-sources', {}, later), new RegExp(`“${line.title}” can still be reached`))
    t.clock.at('2026-11-24T10:00:00Z')
  })

  test('contacts: posts that must keep in touch are named by what they are called when too long passed', async () => {
    const params = { posts: ['safeguarding-governor', 'dsl'], every: 'term' }
    assert.match(
      await found('liaison-log', params),
      /No contact between the Safeguarding governor and the Designated safeguarding lead \(DSL\) is on record/,
    )
    const contact = { by: 'dsl', with: 'safeguarding-governor', person: null, about: 'Concerns.', outcome: 'None.' }
    await add('liaison', { ...contact, on: day('2026-11-20') })
    assert.equal((await check('liaison-log', params)).verdict, 'kept')
    assert.match(await found('liaison-log', params, at('2027-06-01T09:00:00Z')), /is too long ago/)
    const other = { posts: ['headteacher', 'dsl'], every: 'term' }
    assert.match(await found('liaison-log', other), /No contact/, 'a contact with one is no contact with another')
  })

  for (const [notice, words] of [
    ['reporting-awareness', /If something worries you/],
    ['monitoring-notice', /Use of our computers, internet and mail is watched/],
  ] as const)
    test(`${notice}: it is due for two weeks, then broken for each who has not said so, and again after a year`, async () => {
      const params = { audience: ['any-staff'] }
      assert.equal((await check(notice, params)).verdict, 'due')
      const late = await check(notice, params, at('2026-12-20T09:00:00Z'))
      assert.equal(late.verdict, 'broken')
      const teacher = await school.as('class-teacher')
      assert.match((await routes.get(teacher, `/notices/${notice}`)).html, words)
      assert.equal((await routes.post(teacher, `/notices/${notice}`, {})).status, 303)
      const named = (state: ClauseState) => state.findings.flatMap(({ rows }) => rows.map(({ id }) => id))
      const me = school.holder('class-teacher')
      assert.equal(named(late).includes(me), true)
      assert.equal(named(await check(notice, params, at('2026-12-20T09:00:00Z'))).includes(me), false)
      assert.equal(named(await check(notice, params, at('2028-01-10T09:00:00Z'))).includes(me), true, 'a year later')
    })
})
