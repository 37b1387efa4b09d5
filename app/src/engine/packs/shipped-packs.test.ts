import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { before, test } from 'node:test'
import { checkPacks } from './check-packs.js'
import type { PacksReport } from './check-packs.js'
import { coverage } from './coverage.js'
import { readKnown } from './known.js'
import { loadPack } from './load-pack.js'
import { clausesOf, conflictFor } from './lookup.js'
import type { LoadedPack } from './pack.js'
import { audienceOf } from './audience-of.js'
import { unfinished } from './unfinished.js'

/** The packs as shipped; this test runs from build/app/src/engine/packs. */
const PACKS = fileURLToPath(new URL('../../../../../packs', import.meta.url))

let report: PacksReport
let base: LoadedPack
before(async () => {
  report = await checkPacks(PACKS)
  const loaded = await loadPack(PACKS, 'uk-primary')
  if ('problems' in loaded) throw new Error(report.sentences.join('\n'))
  base = loaded
})

test('every shipped pack is sound', () => {
  assert.ok(report.packs.some(({ pack }) => pack === 'uk-primary'))
  assert.deepEqual(
    report.packs.flatMap(({ problems, sentences }) => (problems.length > 0 ? sentences : [])),
    [],
  )
  assert.equal(report.sound, true)
})

test('the lists beside the packs are whole: 1,612 requirements of five sources, 118 mechanisms of 15 modules', async () => {
  const known = await readKnown(PACKS)
  assert.equal(known.requirements.size, 1612)
  assert.deepEqual(
    [...new Set([...known.requirements].map((id) => id.slice(0, 3)))],
    ['000', '001', '002', '003', '004'],
  )
  assert.equal(known.mechanisms.size, 118)
  assert.equal(new Set([...known.mechanisms.values()].map(({ module }) => module)).size, 15)
})

test('in the base, a concern about any post reaches somebody else, and one about the headteacher only governors', () => {
  for (const post of base.pack.posts) {
    const rule = conflictFor(base.pack, [post.id, audienceOf(post)])
    const readers = rule?.to ?? base.pack.routing.first
    assert.ok(
      readers.some((reader) => reader !== post.id),
      post.id,
    )
  }
  const aboutHead = base.pack.conflicts.find(({ about }) => about === 'headteacher')
  const governors = base.pack.posts.filter(({ heldBy }) => heldBy === 'governor').map(({ id }) => id)
  assert.ok(aboutHead?.to.every((post) => governors.includes(post)))
  assert.ok(aboutHead?.agencies?.includes('lado'))
})

test('the base keeps clauses for every mechanism of people, concerns and cases', async () => {
  const { mechanisms } = await readKnown(PACKS)
  const kept = new Set(clausesOf(base.pack).flatMap(({ keptBy }) => keptBy.map(({ mechanism }) => mechanism)))
  const wanted = [...mechanisms.values()].filter(({ module }) => ['people', 'concerns', 'cases'].includes(module))
  assert.deepEqual(
    wanted.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
    [],
  )
})

test('every requirement of a school’s own policy is answered by a clause of one pack', async () => {
  const { requirements } = await readKnown(PACKS)
  const answered = new Set<string>()
  for (const { pack } of report.packs) {
    const loaded = await loadPack(PACKS, pack)
    if ('problems' in loaded) throw new Error(report.sentences.join('\n'))
    // That no requirement stands under two clauses of one pack the loader sees to; that none stands in two packs, this.
    const byClause = coverage(loaded.pack, requirements).byClause
    assert.deepEqual(
      byClause.filter((id) => answered.has(id)),
      [],
      pack,
    )
    for (const id of byClause) answered.add(id)
  }
  assert.deepEqual(
    [...requirements].filter((id) => !answered.has(id)),
    [],
  )
})

test('a child finds Childline and the CEOP Safety Centre in the base', () => {
  const forPupils = base.pack.help.filter((help) => help.for.includes('pupil'))
  assert.equal(forPupils.find(({ id }) => id === 'childline')?.phone, '0800 1111')
  assert.ok(forPupils.some(({ id }) => id === 'ceop'))
})

test('words for a child and for a parent stay short', () => {
  const words = (text: string) => text.split(/\s+/).length
  for (const { id, plain, child } of clausesOf(base.pack)) {
    assert.ok(words(plain) <= 26, `${id}: ${plain}`)
    assert.ok(words(child ?? '') <= 22, `${id}: ${child ?? ''}`)
  }
})

test('the reporting pages neither ask for a picture nor make room for one', () => {
  assert.equal(/upload|attach|screenshot|take a (picture|photo)/i.test(JSON.stringify(base.pack.reporting)), false)
})

test('no shipped pack has a blank to fill or points to a promise that it does not have', async () => {
  for (const { pack } of report.packs) {
    const loaded = await loadPack(PACKS, pack)
    assert.deepEqual('pack' in loaded ? unfinished(loaded.pack).map(({ sentence }) => sentence) : null, [], pack)
  }
})
