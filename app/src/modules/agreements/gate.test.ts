import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { shippedPack } from '../../../test/full-school.js'
import { audienceById, clauseOf } from '../../engine/packs/lookup.js'
import { shippedPacks } from '../../engine/packs/shipped-packs.js'
import type { PostId } from '../../kernel/ids.js'
import { gateClauses } from './gate.js'

const pupil = ['any-pupil' as PostId]

describe('the promises that a decision of the gate names', () => {
  test('each pack has one for everything it gives to anybody', async () => {
    for (const { pack } of await shippedPacks())
      for (const { id, what, for: whom } of pack.gate)
        for (const who of whom.filter((each) => audienceById(pack, each)))
          assert.ok(gateClauses(pack, what, [who]).length > 0, `${pack.id}: ${id} for ${who}`)
  })

  test('a child’s login is not explained by what staff and visitors promise', async () => {
    const { pack } = await shippedPack('uk-primary')
    for (const id of gateClauses(pack, 'login', pupil)) {
      const audiences = clauseOf(pack, id)?.posts.filter((post) => post.startsWith('any-')) ?? []
      assert.ok(audiences.length === 0 || audiences.includes(pupil[0] as PostId), id)
    }
  })
})
