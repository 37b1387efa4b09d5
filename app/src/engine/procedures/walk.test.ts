import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { worry } from './procedure.examples.js'
import { readWalks } from './read-walks.js'
import { walk } from './walk.js'

const differences = (yaml: string) => {
  const { walks } = readWalks(`{ procedure: example, walks: [{ title: A walk, ${yaml} }] }`)
  return walk(worry, walks[0]!).differences
}

describe('a worked example', () => {
  it('agrees with the procedure it describes', () => {
    assert.deepEqual(
      differences(`
        entries: [{ step: note, refused: not the step in hand }, listen, { step: danger, answer: 'yes' }, ring, note],
        path: listen danger ring note, ends: thank`),
      [],
    )
  })

  it('is wrong when the path is another', () => {
    assert.match(differences(`entries: [listen], path: listen danger, ends: danger`).join(), /The path was listen\./)
  })

  it('is wrong when it ends elsewhere', () => {
    assert.match(differences(`entries: [listen], path: listen`).join(), /It ended at danger/)
  })

  it('is wrong when something is refused that it thinks is taken', () => {
    assert.match(differences(`entries: [ring], path: listen, ends: danger`).join(), /Entry 1 \(ring\) was refused/)
  })

  it('is wrong when something is taken that it thinks is refused, or refused in other words', () => {
    assert.match(
      differences(`entries: [{ step: listen, refused: no }], path: listen, ends: danger`).join(),
      /was taken, but should be refused/,
    )
    assert.match(
      differences(`entries: [{ step: ring, refused: tomorrow }, listen], path: listen, ends: danger`).join(),
      /refused in other words/,
    )
  })
})

describe('a file of worked examples', () => {
  it('may share stretches', () => {
    const { walks } = readWalks(`
      procedure: example
      stretches: { start: [listen, { step: danger, answer: 'yes' }] }
      walks: [{ title: One, entries: [{ stretch: start }, ring], path: listen danger ring, ends: note }]`)
    assert.deepEqual(walk(worry, walks[0]!).differences, [])
  })

  it('is no file of walks when something is misspelt', () => {
    assert.throws(
      () => readWalks('{ procedure: example, walks: [{ title: One, steps: [listen] }] }'),
      /not of the right form/,
    )
    assert.throws(
      () => readWalks('{ procedure: example, walks: [{ title: One, entries: [{ stretch: gone }], path: a }] }'),
      /no stretch “gone”/,
    )
  })
})
