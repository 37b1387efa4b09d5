import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parse } from 'yaml'
import { written } from './procedure.examples.js'
import { stepOf } from './procedure.js'
import type { StepId } from './procedure.js'
import { resolveProcedure } from './resolve-procedure.js'
import type { WrittenProcedure } from './schema.js'

const base = written(`
- id: danger
  kind: ask
  must: true
  by: dsl
  title: Is there danger?
  options: [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]
  next: [{ when: { answer: danger, is: 'yes' }, go: ring, immediate: true }, { go: note }]
- { id: ring, kind: refer, must: true, immediate: true, by: dsl, agency: police, title: Ring the police, next: note }
- id: note
  kind: record
  must: true
  by: dsl
  within: 1 school day
  title: Write it down
  fields:
    - { id: what, label: What happened?, type: text, required: true }
    - { id: when, label: When?, type: date-time }
  next: thank
- { id: thank, kind: instruct, by: dsl, title: Thank whoever told, next: close }
- { id: close, kind: close, must: true, by: dsl, title: Close }
`)

const overlay = (text: string): WrittenProcedure => ({ id: 'example', ...(parse(text) as object) })
const sentences = (text: string) => resolveProcedure(base, overlay(text)).faults.map((fault) => fault.sentence)

describe('an overlay', () => {
  it('changes just the fields that it gives, step by step and field by field', () => {
    const { procedure, faults } = resolveProcedure(
      base,
      overlay(`
        steps:
          - { id: note, within: same school day, source: [003-109], fields: [{ id: when, required: true }, { id: who, label: Who told?, type: text }] }
      `),
    )
    assert.deepEqual(faults, [])
    const note = stepOf(procedure!, 'note' as StepId)
    assert.equal(note?.within, 'same school day')
    assert.equal(note?.title, 'Write it down')
    assert.deepEqual(note?.source, ['003-109'])
    assert.deepEqual(note?.kind === 'record' && note.fields.map((field) => [field.id, field.required]), [
      ['what', true],
      ['when', true],
      ['who', false],
    ])
  })

  it('may put a step in between', () => {
    const { procedure, faults } = resolveProcedure(
      base,
      overlay(`
        steps:
          - { id: note, next: tell-group }
          - { id: tell-group, kind: notify, must: true, by: dsl, to: [headteacher], title: Tell the head, next: thank }
      `),
    )
    assert.deepEqual(faults, [])
    assert.equal(stepOf(procedure!, 'tell-group' as StepId)?.must, true)
  })

  it('may drop a step that is not must, and say why', () => {
    const text = `{ steps: [{ id: note, next: close }, { id: thank, drop: true, why: Done in person }] }`
    assert.deepEqual(sentences(text), [])
    assert.equal(stepOf(resolveProcedure(base, overlay(text)).procedure!, 'thank' as StepId), undefined)
  })
})

describe('an overlay is refused', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    [
      'when it drops a must step',
      '{ steps: [{ id: danger, next: note }, { id: ring, drop: true, why: Never needed }] }',
      /“Ring the police” must be done in every pack/,
    ],
    [
      'when it drops a step without saying why',
      '{ steps: [{ id: note, next: close }, { id: thank, drop: true }] }',
      /Say under “why”/,
    ],
    ['when it drops what is not there', '{ steps: [{ id: ghost, drop: true, why: x }] }', /no step “ghost” to drop/],
    ['when it makes a must step optional', '{ steps: [{ id: note, must: false }] }', /tightened, not loosened/],
    [
      'when it makes an immediate referral an ordinary one',
      '{ steps: [{ id: ring, immediate: false }] }',
      /tightened, not loosened/,
    ],
    [
      'when it changes what kind of step a must step is',
      '{ steps: [{ id: note, kind: instruct }] }',
      /must stay of the kind “record”/,
    ],
    [
      'when a must step is left with no way to it',
      '{ steps: [{ id: danger, next: note }] }',
      /No way leads to “Ring the police”/,
    ],
    [
      'when it leads past what every case of the base passes',
      "{ steps: [{ id: danger, next: [{ when: { answer: danger, is: 'yes' }, go: ring, immediate: true }, { go: thank }] }] }",
      /Every case of the base passes “Write it down”/,
    ],
    [
      'when it takes away an immediate-referral branch',
      "{ steps: [{ id: danger, next: [{ when: { answer: danger, is: 'yes' }, go: ring }, { go: note }] }] }",
      /fewer immediate-referral branches/,
    ],
    [
      'when a new step lacks what its kind needs',
      '{ steps: [{ id: thank, next: more }, { id: more, kind: refer, title: More, by: dsl, next: close }] }',
      /The step “more” has no “agency”/,
    ],
    [
      'when a new field has no label',
      '{ steps: [{ id: note, fields: [{ id: who, type: text }] }] }',
      /field “who” of “note” has no “label”/,
    ],
  ]
  for (const [title, text, sentence] of cases) {
    it(title, () => assert.match(sentences(text).join('\n'), sentence))
  }
})
