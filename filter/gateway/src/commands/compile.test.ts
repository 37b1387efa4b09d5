import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { stringify } from 'yaml'
import { policyOf, ruleOf } from '../../../engine/test/school.js'
import { technician } from '../../test/technician.js'

const { place, type } = technician()

describe('compile', () => {
  test('reads what changed and takes the rest over, by diffs too, and all of it when asked to', () => {
    const folder = join(place, 'gambling.diffs')
    type('keys', 'filter')
    const rule = ruleOf('no-gambling', {
      verdict: 'block',
      about: { categories: ['gambling'] },
      to: { everyone: true },
    })
    writeFileSync(join(place, 'policy.yaml'), stringify(policyOf([rule])))
    const names = Array.from({ length: 50 }, (_, at) => `bets-${at}.example`)
    writeFileSync(join(place, 'many.txt'), names.join('\n'))
    const list = { id: 'many', title: 'Many', format: 'domains', category: 'gambling', from: 'many.txt' }
    const lists = [{ ...list, author: 'A', approver: 'B', date: '2026-11-26', diffs: 'gambling.diffs' }]
    const file = stringify({ policy: 'policy.yaml', key: 'filter.key', snapshot: 'many.hgf', lists })
    writeFileSync(join(place, 'many.yaml'), file)
    assert.match(
      type('compile', 'many.yaml').said,
      /diffs of many are to be in a folder .*gambling\.diffs, and there is/,
    )
    mkdirSync(folder)
    assert.match(type('compile', 'many.yaml').said, /^many: lines 50, entries 50, there twice 0\.$/m)
    assert.match(type('compile', 'many.yaml').said, /^many: unchanged, entries 50\.$/m)
    writeFileSync(join(folder, '2026-11-27'), '+late.example\n-bets-7.example\n-bets-8.example\nbets-9.example\n')
    const { said } = type('compile', 'many.yaml')
    assert.match(
      said,
      /^many: 4 lines of new diffs, entries 49\.\n {2}Not taken, 1: a line of a diff begins with \+ or -\./m,
    )
    const answers = () =>
      ['late', 'bets-7', 'bets-9'].map((name) =>
        /is (open|blocked)/
          .exec(type('explain', `${name}.example`, '--group', 'ks2', '--snapshot', 'many.hgf').said)
          ?.at(1),
      )
    assert.deepEqual(answers(), ['blocked', 'open', 'blocked'])
    assert.match(type('compile', 'many.yaml').said, /^many: unchanged, entries 49\.\n {2}Not taken, 1: /m)
    assert.match(type('compile', 'many.yaml', '--anew').said, /^many: lines 54, entries 49, there twice 0\.$/m)
    assert.deepEqual(answers(), ['blocked', 'open', 'blocked'])
    writeFileSync(join(place, 'many.txt'), names.slice(0, 48).join('\n'))
    assert.match(type('compile', 'many.yaml').said, /^many: lines 52, entries 47, there twice 0\.$/m)
  })
})
