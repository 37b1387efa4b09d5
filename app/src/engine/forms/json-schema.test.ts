import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Compile } from 'typebox/compile'
import { everyKind } from './forms.examples.js'
import { jsonSchema } from './json-schema.js'

const schema = Compile(jsonSchema(everyKind))

const good = {
  draft: '01980000-0000-7000-8000-00000000000a',
  happened: 'He told me',
  when: '2026-11-24T09:15:00Z',
  learnt: '2026-11-24',
  who: { people: [], notKnown: true },
  place: 'school',
  kinds: ['unkind'],
  danger: false,
  proof: 'x',
}

test('the schema takes a good answer to every question', () => {
  assert.deepEqual(schema.Errors(good), [])
})

test('the schema refuses what the form refuses', () => {
  const wrong: readonly object[] = [
    { ...good, happened: '' },
    { ...good, happened: 'x'.repeat(2001) },
    { ...good, place: 'moon' },
    { ...good, kinds: ['moon'] },
    { ...good, danger: 'no' },
    { ...good, extra: 1 },
    { ...good, draft: 'x' },
    { ...good, place: undefined },
  ]
  for (const body of wrong) assert.equal(schema.Check(body), false, JSON.stringify(body))
})

test('a question that hangs on another is needed only with that answer', () => {
  assert.equal(schema.Check({ ...good, place: 'online' }), false)
  assert.equal(schema.Check({ ...good, place: 'online', site: 'A game' }), true)
})
