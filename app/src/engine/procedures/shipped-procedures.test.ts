import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { drawnFiles } from './drawn-files.js'
import { optionsOf } from './questions.js'
import { readWalks } from './read-walks.js'
import { shippedProcedures } from './shipped-procedures.js'
import { walk } from './walk.js'

/** The packs as shipped; this test runs from build/app/src/engine/procedures. */
const packs = fileURLToPath(new URL('../../../../../packs', import.meta.url))
const shipped = shippedProcedures(packs)
const requirements = new Set(readFileSync(`${packs}/requirement-ids.txt`, 'utf8').split(/\s+/))

const four = ['cyberbullying', 'filtering-breach', 'shared-image', 'staff-misuse']

describe('the procedures that are shipped', () => {
  it('are the four, in every pack', () => {
    assert.ok(shipped.some(({ pack }) => pack === 'uk-primary'))
    for (const pack of new Set(shipped.map((each) => each.pack))) {
      const ids = shipped.filter((each) => each.pack === pack).map((each) => each.id)
      assert.deepEqual(
        four.filter((id) => !ids.includes(id)),
        [],
        pack,
      )
    }
  })

  it('have walks only where they have a file of their own', () => {
    const files = globSync('*/procedures/*.walks.yaml', { cwd: packs })
    for (const file of files) assert.ok(existsSync(`${packs}/${file.replace('.walks.yaml', '.yaml')}`), file)
  })
})

for (const each of shipped) {
  describe(`${each.pack}, ${each.id}`, () => {
    it('is sound', () => assert.deepEqual(each.problems, []))
    if (each.procedure === null) return
    const { procedure, own } = each

    it('names requirements that exist', () => {
      const named = [procedure, ...procedure.steps].flatMap(({ source }) => source)
      assert.ok(named.length > 0)
      assert.deepEqual(
        named.filter((id) => !requirements.has(id)),
        [],
      )
    })

    it('offers “not known” at every yes-or-no question', () => {
      const closed = procedure.steps.filter((step) => {
        const values = step.kind === 'ask' ? optionsOf(step).map(({ value }) => value) : []
        return values.includes('yes') && values.includes('no') && !values.includes('not-known')
      })
      assert.deepEqual(
        closed.map((step) => step.id),
        [],
      )
    })

    if (own === null) return

    const { walks, procedure: walked } = readWalks(readFileSync(`${own}.walks.yaml`, 'utf8'))
    it('has enough worked examples, under its own name', () => {
      assert.equal(walked, each.id)
      assert.ok(walks.length >= (each.pack === 'uk-primary' ? 6 : 1))
    })
    for (const example of walks) {
      it(`walk: ${example.title}`, () => assert.deepEqual(walk(procedure, example).differences, []))
    }

    it('is drawn and written out as it now stands (node tools/draw-procedures.mjs)', () => {
      for (const [file, content] of drawnFiles(each)) assert.equal(readFileSync(file, 'utf8'), content, file)
    })
  })
}
