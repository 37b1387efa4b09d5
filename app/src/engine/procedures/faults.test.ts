import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { faults } from './faults.js'
import type { KnownIds } from './faults.js'
import { example, worry } from './procedure.examples.js'
import type { WrittenProcedure } from './schema.js'

const yesNo = `options: [{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]`
const ask = (id: string, next: string, more = 'must: true') =>
  `- { id: ${id}, kind: ask, ${more}, by: dsl, title: ${id}?, ${yesNo}, next: ${next} }`
const does = (id: string, next: string, more = 'must: true') =>
  `- { id: ${id}, kind: instruct, ${more}, by: dsl, title: ${id}, next: ${next} }`
const refer = (id: string, next: string, more = 'must: true, immediate: true') =>
  `- { id: ${id}, kind: refer, ${more}, by: dsl, agency: police, title: ${id}, next: ${next} }`
const close = '- { id: close, kind: close, by: dsl, title: Close }'
const steps = (...lines: readonly string[]) => lines.join('\n')

/** What is wrong, how it is written, and everything that the author is told. */
type Case = readonly [string, string, readonly RegExp[], (KnownIds & { more?: Partial<WrittenProcedure> })?]

const ofShape: readonly Case[] = [
  ['a step that goes on to nowhere', steps(does('a', 'b'), close), [/“a” goes on to “b”, and there is no such step/]],
  ['a step without a next', steps('- { id: a, kind: instruct, by: dsl, title: a }', close), [/“a” leads nowhere/]],
  [
    'a closing that goes on',
    steps(does('a', 'close'), '- { id: close, kind: close, by: dsl, title: Close, next: a }'),
    [/circle: a → close → a/, /“Close” closes, so nothing/],
  ],
  ['a circle', steps(does('a', 'b'), does('b', 'a'), close), [/goes round in a circle: a → b → a/]],
  [
    'no closing step',
    steps(ask('a', '[{ when: { answer: a, is: yes }, go: b }]'), '- { id: b, kind: instruct, by: dsl, title: b }'),
    [/never closes/, /“b” leads nowhere/],
  ],
  ['a start that does not exist', steps(does('a', 'close'), close), [/starts at “z”/], { more: { start: 'z' } }],
  ['two steps with one id', steps(does('a', 'close'), does('a', 'close'), close), [/Two steps are called “a”/]],
  [
    'a branch on a question that does not exist',
    steps(ask('a', '[{ when: { answer: b, is: yes }, go: close }, { go: close }]'), close),
    [/depends on the answer to “b”, and there is no such step/],
  ],
  [
    'a branch on a step that asks nothing',
    steps(does('a', 'b'), does('b', '[{ when: { answer: a, is: yes }, go: close }, { go: close }]'), close),
    [/depends on the answer to “a”, and that step asks no such question/],
  ],
  [
    'a branch on an answer that is not offered',
    steps(ask('a', '[{ when: { answer: a, is: maybe }, go: close }, { go: close }]'), close),
    [/depends on the answer “maybe” to “a”, which it does not offer/],
  ],
  [
    'a question with one answer',
    `- { id: a, kind: ask, by: dsl, title: a, options: [{ value: ok, text: OK }], next: close }\n${close}`,
    [/at least two answers/],
  ],
  [
    'a usual answer that is not offered',
    `- { id: a, kind: ask, by: dsl, title: a, ${yesNo}, default: maybe, next: close }\n${close}`,
    [/usual answer/],
  ],
  ['a span that is none', steps(does('a', 'close', 'within: soon'), close), [/“a”: "soon" is not/]],
  [
    'an unknown post',
    steps(does('a', 'close'), close),
    [/no post “dsl”/, /no post “dsl”/],
    { posts: new Set(['headteacher']) },
  ],
  ['an unknown agency', steps(refer('a', 'close'), close), [/no agency “police”/], { agencies: new Set(['lado']) }],
  [
    'a closing that opens an unknown procedure',
    '- { id: close, kind: close, by: dsl, title: Close, opens: ghost }',
    [/goes on with the procedure “ghost”/],
    { procedures: new Set(['example']) },
  ],
  [
    'an immediate referral that may be skipped',
    steps(refer('a', 'close', 'immediate: true'), close),
    [/“a” is an immediate referral, so it has to be marked must/],
  ],
]

const ofRoutes: readonly Case[] = [
  ['a step that no way leads to', steps(does('a', 'close'), does('b', 'close'), close), [/No way leads to “b”/]],
  [
    'a way that another always precedes',
    steps(ask('a', '[{ go: close }, { when: { answer: a, is: yes }, go: close }]'), close),
    [/can never be taken/],
  ],
  [
    'an answer with no way onward',
    steps(ask('a', '[{ when: { answer: a, is: yes }, go: close }]'), close),
    [/From “a\?” there is no way onward if the answer is “No”/],
  ],
  [
    'a branch on a question that is not always asked before it',
    steps(
      ask('a', '[{ when: { answer: a, is: yes }, go: b }, { go: c }]'),
      ask('b', 'c'),
      does('c', '[{ when: { answer: b, is: yes }, go: d }, { go: close }]'),
      does('d', 'close', 'must: false'),
      close,
    ),
    [/“c” depends on “b\?”, which is not always asked before it/],
  ],
  [
    'a must step that a skip leads past',
    steps(
      ask('a', '[{ when: { answer: a, is: yes }, go: b }, { go: close }]', 'must: false'),
      does('b', 'close'),
      close,
    ),
    [/Skipping “a\?” leads past “b”, which must be done/],
  ],
  [
    'a must step that a skip leads past further on',
    steps(
      ask('a', 'b', 'must: false'),
      does('b', '[{ when: { answer: a, is: yes }, go: c }, { go: close }]'),
      does('c', 'close'),
      close,
    ),
    [/Skipping “a\?” leads past “c”/],
  ],
  [
    'an immediate-referral branch that can close without the referral',
    steps(
      ask('a', '[{ when: { answer: a, is: yes }, go: b, immediate: true }, { go: close }]'),
      ask('b', '[{ when: { answer: b, is: yes }, go: c }, { go: close }]'),
      refer('c', 'close'),
      close,
    ),
    [/After “a\?”, if the answer is “Yes”, a referral must follow at once, but it can close without one/],
  ],
  [
    'an immediate-referral branch whose referral is not immediate',
    steps(
      ask('a', '[{ when: { answer: a, is: yes }, go: b, immediate: true }, { go: close }]'),
      refer('b', 'close', 'must: true'),
      close,
    ),
    [/a referral must follow at once/],
  ],
]

describe('a sound procedure', () => {
  it('has no faults', () => {
    assert.deepEqual(faults(worry), [])
    assert.deepEqual(
      faults(worry, { posts: new Set(['dsl', 'any-staff', 'headteacher']), agencies: new Set(['police']) }),
      [],
    )
  })

  it('may send an immediate branch by one of several referrals', () => {
    const either = steps(
      ask('a', '[{ when: { answer: a, is: yes }, go: b, immediate: true }, { go: close }]'),
      ask('b', '[{ when: { answer: b, is: yes }, go: c }, { go: d }]'),
      refer('c', 'close'),
      refer('d', 'close'),
      close,
    )
    assert.deepEqual(faults(example(either)), [])
  })

  it('may skip a question that decides nothing that must be done', () => {
    const optional = steps(
      ask('a', '[{ when: { answer: a, is: yes }, go: b }, { go: close }]', 'must: false'),
      does('b', 'close', 'must: false'),
      close,
    )
    assert.deepEqual(faults(example(optional)), [])
  })
})

for (const [title, cases] of [
  ['of shape', ofShape],
  ['of routes', ofRoutes],
] as const) {
  describe(`a fault ${title} is told to the author`, () => {
    for (const [name, text, sentences, { more = {}, ...known } = {}] of cases) {
      it(name, () => {
        const found = faults(example(text, more), known).map((fault) => fault.sentence)
        assert.equal(found.length, sentences.length, found.join('\n'))
        sentences.forEach((sentence, place) => assert.match(found[place] ?? '', sentence))
      })
    }
  })
}

describe('a procedure of many branches', () => {
  it('is checked without following every route one by one', () => {
    const diamonds = Array.from({ length: 40 }, (_, n) =>
      steps(
        ask(`q${n}`, `[{ when: { answer: q${n}, is: yes }, go: s${n} }, { go: q${n + 1} }]`),
        does(`s${n}`, `q${n + 1}`),
      ),
    )
    const started = performance.now()
    assert.deepEqual(faults(example(steps(...diamonds, does('q40', 'close'), close))), [])
    assert.ok(performance.now() - started < 5_000)
  })

  it('is refused when one screen asks more than can be tried', () => {
    const fields = Array.from({ length: 10 }, (_, n) => `{ id: f${n}, label: f${n}, type: yes-no, required: true }`)
    const each = (value: string) => fields.map((_, n) => `{ answer: a.f${n}, is: ${value} }`).join(', ')
    const next = `[{ when: { all: [${each('yes')}] }, go: close }, { when: { any: [${each('no')}] }, go: close }, { go: close }]`
    const text = `- { id: a, kind: record, must: true, by: dsl, title: a, fields: [${fields.join(', ')}], next: ${next} }\n${close}`
    assert.match(faults(example(text))[0]?.sentence ?? '', /so many deciding questions at once/)
  })
})
