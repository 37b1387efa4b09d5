import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { academicYear, keyStage, parseYearGroup, yearGroupInWords } from './academic-year.js'

describe('the academic year', () => {
  it('changes on 1 September', () => {
    assert.equal(academicYear(Temporal.PlainDate.from('2026-08-31')).name, '2025 to 2026')
    const year = academicYear(Temporal.PlainDate.from('2026-09-01'))
    assert.deepEqual([year.starts, `${year.from}`, `${year.to}`], [2026, '2026-09-01', '2027-08-31'])
    assert.equal(academicYear(Temporal.PlainDate.from('2028-02-29')).starts, 2027)
  })
})

describe('a year group', () => {
  it('belongs to a key stage', () => {
    const stages = ([-1, 0, 1, 2, 3, 4, 5, 6] as const).map(keyStage)
    assert.deepEqual(stages, ['eyfs', 'eyfs', 'ks1', 'ks1', 'ks2', 'ks2', 'ks2', 'ks2'])
  })

  it('is read as school systems write it, and said as schools say it', () => {
    const texts = ['N2', 'Nursery', 'R', 'Rec', 'YR', 'Reception', 'KG', 'Y1', 'Year 2', '03', '4', ' year 5 ', 'y06']
    assert.deepEqual(texts.map(parseYearGroup), [-1, -1, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6])
    assert.deepEqual(([-1, 0, 4] as const).map(yearGroupInWords), ['Nursery', 'Reception', 'Year 4'])
  })

  it('is not guessed', () => {
    for (const text of ['', '7', '07', 'Year 10', 'Y', '10', 'Oak class', '-1'])
      assert.equal(parseYearGroup(text), null, text)
  })
})
