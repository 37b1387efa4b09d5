import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { bankHolidays, easterSunday, isBankHoliday } from './bank-holidays.js'

/** As published by the government for England and Wales; 2029 and 2030 from the published dates of Easter. */
const PUBLISHED: Readonly<Record<number, string>> = {
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
  2029: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2030: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
}

describe('bank holidays of England and Wales', () => {
  for (const [year, published] of Object.entries(PUBLISHED)) {
    it(`are the published ones in ${year}`, () => {
      const reckoned = bankHolidays(Number(year)).map(({ date }) => date.toString().slice(5))
      assert.equal(reckoned.join(' '), published)
    })
  }

  it('give Christmas on a Sunday its Tuesday, because Monday is Boxing Day already', () => {
    const december = bankHolidays(2022).filter(({ date }) => date.month === 12)
    assert.deepEqual(
      december.map(({ date, name }) => `${date} ${name}`),
      ['2022-12-26 Boxing Day', '2022-12-27 Christmas Day (substitute day)'],
    )
  })

  it('know Easter at its earliest, its latest and in between', () => {
    const easters = [1818, 1943, 2000, 2008, 2011, 2038].map((year) => easterSunday(year).toString())
    assert.deepEqual(easters, ['1818-03-22', '1943-04-25', '2000-04-23', '2008-03-23', '2011-04-24', '2038-04-25'])
  })

  it('are not working days, and the feast on a weekend is not counted twice', () => {
    assert.equal(isBankHoliday(Temporal.PlainDate.from('2027-12-27')), true)
    assert.equal(isBankHoliday(Temporal.PlainDate.from('2027-12-25')), false)
    assert.equal(isBankHoliday(Temporal.PlainDate.from('2027-12-29')), false)
  })
})
