import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemText } from '../problem.js'
import { Places } from './places.js'
import { readTree } from './read-tree.js'

const problemsOf = (text: string) => readTree('packs/x/y.yaml', text, new Places()).problems.map(problemText)

test('plain YAML becomes plain values, with their lines remembered', () => {
  const places = new Places()
  const { tree, problems } = readTree('packs/x/y.yaml', 'list:\n  - { id: one, when: 2026-09-01 }\n', places)
  assert.deepEqual(problems, [])
  assert.deepEqual(tree, { list: [{ id: 'one', when: '2026-09-01' }] })
  const [entry] = (tree as { list: object[] }).list
  assert.deepEqual(places.of(entry!, 'when'), { file: 'packs/x/y.yaml', line: 2, column: 16 })
})

test('aliases, anchors and tags are refused, so a small file cannot stand for a huge one', () => {
  const bomb = 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n'
  assert.match(problemsOf(bomb).join('\n'), /line 1: anchors/)
  assert.match(problemsOf('a: [1]\nb: *a\n').join('\n'), /packs\/x\/y\.yaml line 2: /)
  assert.match(problemsOf('a: !!js/function "x"\n').join('\n'), /tag/)
  assert.deepEqual(problemsOf('a: !!str 1\n'), ['packs/x/y.yaml line 1: tags ("!name") are not allowed.'])
})

test('merge keys are no more than an unknown field', () => {
  const { tree } = readTree('f', 'a: { x: 1 }\nb: { <<: { x: 2 }, y: 3 }\n', new Places())
  assert.deepEqual(tree, { a: { x: 1 }, b: { '<<': { x: 2 }, y: 3 } })
})

test('a key written twice is refused with its line', () => {
  assert.match(problemsOf('a: 1\na: 2\n').join(), /line 2: this is not YAML that can be read: .*unique/)
})

test("keys that reach into JavaScript's objects are refused and change nothing", () => {
  for (const key of ['__proto__', 'constructor', 'prototype']) {
    assert.deepEqual(problemsOf(`${key}: { admin: true }\n`), [
      'packs/x/y.yaml line 1: this name of a field cannot be used in a pack.',
    ])
  }
  assert.equal(({} as { admin?: boolean }).admin, undefined)
})

test('invisible and direction-changing characters are refused', () => {
  for (const character of ['\u0007', '\u202e', '\u200e', '\u2066']) {
    assert.match(
      problemsOf(`a: "x${character}y"\n`).join(),
      /invisible or direction-changing|not YAML/,
      escape(character),
    )
  }
})

test('HTML is refused, an arithmetic sign is not', () => {
  assert.deepEqual(problemsOf('a: Click <b>here</b>\n'), [
    'packs/x/y.yaml line 1: this text holds HTML; a pack is plain text.',
  ])
  assert.deepEqual(problemsOf('a: fewer than < 5 pupils\n'), [])
})

test('what lies too deep, or is too much, is refused and not followed', () => {
  assert.match(problemsOf('['.repeat(30) + ']'.repeat(30)).join(), /deep inside one another/)
  assert.equal(problemsOf('['.repeat(200_000)).length > 0, true)
  const many = problemsOf(`a: [${'1,'.repeat(50_000)}]`)
  assert.deepEqual(many, ['packs/x/y.yaml line 1: there are more than 40000 values in this file.'])
})
