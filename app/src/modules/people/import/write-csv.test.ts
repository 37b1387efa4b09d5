import assert from 'node:assert/strict'
import { it } from 'node:test'
import { parse } from 'csv-parse/sync'
import { writeCsv } from './write-csv.js'

const cell = (value: string) => (parse(writeCsv([[value]]), { bom: true }) as string[][])[0]![0]

it('never lets a spreadsheet run what somebody wrote', () => {
  for (const value of ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u200b=1', '＝1', '+44=1']) {
    assert.equal(cell(value), `'${value}`, JSON.stringify(value))
  }
})

it('leaves names, numbers and telephones as they are', () => {
  for (const value of ["O'Hedgery", 'Zoë, "Zo"', 'a-b', '+44 (0)1632 960123', '林小雨', 'two\nlines'])
    assert.equal(cell(value), value)
  assert.equal(writeCsv([[-5, true, false, null]], { byteOrderMark: false }), '-5,Yes,No,\r\n')
})

it('begins with a byte order mark, so that Excel reads accents, unless a program will read it', () => {
  assert.ok(writeCsv([['Zoë']]).startsWith('\ufeff'))
  assert.equal(writeCsv([['Zoë']], { byteOrderMark: false }), 'Zoë\r\n')
})
