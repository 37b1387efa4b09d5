import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { Value } from 'typebox/value'
import { clausesOf } from '../src/engine/packs/lookup.js'
import { projectRoot } from '../src/kernel/root.js'
import { modules } from '../src/modules.js'
import { shippedPack } from './full-school.js'

const built = new Map(modules.flatMap(({ mechanisms }) => mechanisms).map((one) => [one.id, one]))
const packs = readdirSync(join(projectRoot(), 'packs'), { withFileTypes: true }).filter((entry) => entry.isDirectory())

for (const { name } of packs)
  test(`every promise of ${name} sets only what its mechanism understands, so that none reads “unknown”`, async () => {
    const { pack } = await shippedPack(name)
    const kept = clausesOf(pack).flatMap(({ number, keptBy }) => keptBy.map((by) => ({ number, ...by })))
    const asked = kept.filter(({ mechanism }) => built.has(mechanism))
    assert.ok(asked.length > 100, `${asked.length} uses of built mechanisms were found`)
    const strange = asked.filter(({ mechanism, with: set = {} }) => {
      const params = built.get(mechanism)?.params
      return params !== undefined && !Value.Check(params, set)
    })
    assert.deepEqual(
      strange.map(({ number, mechanism, with: set }) => `${number} ${mechanism} ${JSON.stringify(set)}`),
      [],
    )
  })

test('every built mechanism keeps a clause of some pack', async () => {
  const used = new Set<string>()
  for (const { name } of packs)
    for (const { keptBy } of clausesOf((await shippedPack(name)).pack)) for (const by of keptBy) used.add(by.mechanism)
  assert.deepEqual(
    [...built.keys()].filter((id) => !used.has(id)),
    [],
  )
})
