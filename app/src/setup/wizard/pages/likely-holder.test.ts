import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Pack } from '../../../engine/packs/pack.js'
import type { PlannedPerson } from '../../planned-people.js'
import { likelyHolder } from './likely-holder.js'

const post = (title: string) => ({ title }) as Pack['posts'][number]
const person = (key: string, job: string | null): PlannedPerson => ({
  key,
  job,
  source: { system: 'hand', id: key },
  name: key,
  kind: 'staff',
  email: null,
})
const people = [
  person('none', null),
  person('deputy', 'Deputy headteacher'),
  person('head', 'Headteacher'),
  person('both', 'Year 4 teacher and SENCO'),
  person('lead', 'DSL, PE lead'),
]

test('the job in the list of staff says who likely holds a post, under either of its names', () => {
  assert.equal(likelyHolder(post('Headteacher'), people), 'head')
  assert.equal(likelyHolder(post('Special educational needs coordinator (SENCO)'), people), 'both')
  assert.equal(likelyHolder(post('Designated safeguarding lead (DSL)'), people), 'lead')
})

test('a deputy is not taken for the headteacher, and nobody is guessed', () => {
  assert.equal(likelyHolder(post('Headteacher'), people.slice(0, 2)), null)
  assert.equal(likelyHolder(post('Data protection officer'), people), null)
})
