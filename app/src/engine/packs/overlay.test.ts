import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clauseOf, clausesOf } from './lookup.js'
import { BASE, OVERLAY, edited, judgeOverlay, said, sound } from './pack.examples.js'

const CLAUSES = 'clauses/03-telling.yaml'
const overlayWith = (path: string, text: string) => judgeOverlay(new Map(OVERLAY).set(path, text))
const clauseSaid = (entry: string) =>
  said(judgeOverlay(edited(OVERLAY, CLAUSES, '- { id: report-at-once, source: [003-072, 003-079] }', entry)))

test('an overlay changes the fields it gives and leaves the rest to the base', () => {
  const { pack } = sound(judgeOverlay(OVERLAY))
  assert.equal(pack.base, 'small')
  assert.deepEqual(pack.routing.first, ['headteacher', 'dsl'])
  const clause = clauseOf(pack, 'report-at-once')
  assert.deepEqual(clause?.source, ['003-072', '003-079'])
  assert.equal(clause?.text, 'Staff report a concern at once.')
  assert.deepEqual(clause?.law, ['kcsie'])
  assert.equal(pack.conflicts.length, 2)
  assert.deepEqual(pack.differs, ['The headteacher hears first.'])
})

test('clauses stand in the order of their numbers, 3.10 after 3.9, whoever wrote them', () => {
  const renumbered = edited(OVERLAY, CLAUSES, 'id: report-at-once,', "id: report-at-once, number: '3.9',")
  const numbers = clausesOf(sound(judgeOverlay(renumbered)).pack).map(({ number }) => number)
  assert.deepEqual(numbers, ['3.2', '3.9', '3.10'])
})

test("plain lists replace the base's", () => {
  const { pack } = sound(
    overlayWith('posts.yaml', 'posts:\n  - { id: headteacher, deputies: [chair], powers: [concerns.report] }\n'),
  )
  const post = pack.posts.find(({ id }) => id === 'headteacher')
  assert.deepEqual(post?.powers, ['concerns.report'])
  assert.deepEqual(post?.deputies, ['chair'])
})

test('an entry may be dropped with a reason, and what named it is then missing', () => {
  const drop = "agencies:\n  - { id: police, drop: true, why: 'Rung through the LADO here.' }\n"
  assert.deepEqual(
    sound(overlayWith('agencies.yaml', drop)).pack.agencies.map(({ id }) => id),
    ['lado'],
  )
  const named = "agencies:\n  - { id: lado, drop: true, why: 'Gone.' }\n"
  assert.deepEqual(said(overlayWith('agencies.yaml', named)), [
    'packs/small/routing.yaml line 7: conflict "about-headteacher" names the agency "lado", which does not exist.',
  ])
})

test('a drop without a reason, with other fields, or of nothing is refused', () => {
  assert.deepEqual(said(overlayWith('agencies.yaml', 'agencies:\n  - { id: police, drop: true }\n')), [
    'packs/named/agencies.yaml line 2: "police" is dropped without saying why; add "why" with a sentence.',
  ])
  assert.deepEqual(
    said(overlayWith('agencies.yaml', "agencies:\n  - { id: police, drop: true, why: 'x', title: y }\n")),
    ['packs/named/agencies.yaml line 2: "police" is dropped, so "title" changes nothing.'],
  )
  assert.deepEqual(said(overlayWith('agencies.yaml', "agencies:\n  - { id: polise, drop: true, why: 'x' }\n")), [
    'packs/named/agencies.yaml line 2: "polise" is dropped, but the base has no such entry; did you mean "police"?',
  ])
})

test('a clause marked must cannot be dropped, loosened or lose what keeps it', () => {
  assert.match(
    clauseSaid("- { id: report-at-once, drop: true, why: 'Too strict.' }").join(),
    /line 3: "report-at-once" is marked "must" in the base.*cannot be dropped/,
  )
  assert.match(clauseSaid('- { id: report-at-once, must: false }').join(), /cannot stop being so/)
  assert.match(
    clauseSaid('- { id: report-at-once, keptBy: [{ mechanism: conflict-routing }] }').join(),
    /"concern-report", which may not be taken away/,
  )
})

test('a clause marked must may be tightened', () => {
  assert.deepEqual(
    clauseSaid(
      '- { id: report-at-once, text: Everyone reports within the hour., keptBy: [{ mechanism: concern-report }, { mechanism: same-day-triage }] }',
    ),
    [],
  )
})

test('a whole part cannot be dropped past the clauses in it that are must', () => {
  assert.match(
    said(overlayWith(CLAUSES, "part: telling\ndrop: true\nwhy: 'No.'\n")).join(),
    /or holds something that is, and cannot be dropped/,
  )
})

test('overlays do not stack, and a pack is not its own base', () => {
  const stacked = edited(BASE, 'pack.yaml', 'from:', 'base: other\nfrom:')
  assert.match(said(judgeOverlay(OVERLAY, stacked)).join(), /overlays do not stack/)
  assert.match(
    said(judgeOverlay(edited(OVERLAY, 'pack.yaml', 'base: small', 'base: named'))).join(),
    /cannot be its own base/,
  )
})

test('a fault in a merged entry is blamed on the line that brought it in', () => {
  assert.deepEqual(
    said(judgeOverlay(edited(OVERLAY, CLAUSES, 'mechanism: conflict-routing', 'mechanism: conflict-ruoting'))),
    [
      'packs/named/clauses/03-telling.yaml line 9: clause "chair-told" names the mechanism "conflict-ruoting", which does not exist; did you mean "conflict-routing"?',
    ],
  )
})
