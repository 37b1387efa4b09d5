import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createLog } from './log.js'

/** What one act of logging writes, as an object. */
function written(act: (log: ReturnType<typeof createLog>) => void): Record<string, unknown> {
  let line = ''
  act(createLog({ to: { write: (text) => void (line += text) } }))
  return JSON.parse(line) as Record<string, unknown>
}

describe('The log', () => {
  it('keeps ids, counts and codes', () => {
    const { level, msg, time, ...fields } = written((log) =>
      log.info({ caseId: '0195-ab', id: 'r1', count: 3, ms: 1.5, code: '23505', statusCode: 200 }, 'Case closed'),
    )
    assert.deepEqual(fields, { caseId: '0195-ab', id: 'r1', count: 3, ms: 1.5, code: '23505', statusCode: 200 })
    assert.deepEqual([level, msg], ['info', 'Case closed'])
    assert.match(String(time), /^\d{4}-\d\d-\d\dT/)
  })

  it('withholds names, accounts of events and secrets, whatever the field is called', () => {
    const fields = {
      name: 'Robin Hedge',
      account: 'She said…',
      password: 'x',
      person: { name: 'Robin' },
      pupilId: 'Robin Hedge',
    }
    const line = written((log) => log.child({ email: 'a@example.org', schoolId: 's1' }).warn(fields, 'x'))
    assert.doesNotMatch(JSON.stringify(line), /Robin|Hedge|said|example\.org/)
    assert.equal(line['name'], '[withheld]')
    assert.equal(line['pupilId'], '[withheld]')
    assert.equal(line['schoolId'], 's1')
  })

  it('tells where an error was thrown, never what it quoted', () => {
    const quoting = Object.assign(new TypeError('bad value "Robin Hedge"\nmore of Robin Hedge'), {
      code: '22P02',
      detail: 'Key (name)=(Robin Hedge)',
      constraint: 'person_pkey',
    })
    const line = written((log) => log.error({ err: quoting }, 'Fault'))
    assert.doesNotMatch(JSON.stringify(line), /Robin/)
    const err = line['err'] as Record<string, unknown>
    assert.deepEqual([err['type'], err['code'], err['constraint']], ['TypeError', '22P02', 'person_pkey'])
    assert.match(String((err['at'] as string[])[0]), /log\.test/)
  })

  it('does not take the message of an error that is logged by itself', () => {
    assert.doesNotMatch(JSON.stringify(written((log) => log.error(new Error('Robin Hedge')))), /Robin/)
  })

  it('keeps no address of a request and nothing of where it came from', () => {
    const req = {
      id: 'r7',
      method: 'GET',
      url: '/people?search=robin',
      ip: '192.0.2.7',
      headers: { 'user-agent': 'Robin' },
      routeOptions: { url: '/people' },
    }
    const line = written((log) => log.info({ req, res: { statusCode: 200, headers: { a: 'Robin' } } }, 'done'))
    assert.deepEqual(line['req'], { id: 'r7', method: 'GET', route: '/people' })
    assert.deepEqual(line['res'], { statusCode: 200 })
  })
})
