import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { tableOf } from '../fixtures/fixture.js'
import { readTable } from './read-table.js'
import { isUnreadable, type Table } from './table.js'

const refused = async (content: string | Uint8Array) => {
  const reading = await readTable(typeof content === 'string' ? Buffer.from(content) : content, { name: 'people.csv' })
  assert.ok(isUnreadable(reading), 'the file should have been refused')
  return reading
}
const cells = (table: Table) => table.rows.map((row) => row.cells)
const rules = (table: Table) => table.problems.map(({ rule, line }) => `${rule} ${line}`)

describe('a file of comma-separated values', () => {
  for (const [title, separator] of [
    ['commas', ','],
    ['semicolons', ';'],
    ['tabs', '\t'],
  ] as const) {
    it(`is read with ${title}, whatever other signs stand in quotes`, async () => {
      const text = ['Name,Class', '"Ann; or, Nan\tHedgery",Hazel', 'Bea,"4, upper"']
        .join('\n')
        .replace('Name,', `Name${separator}`)
      const table = await tableOf(text.replace('",Hazel', `"${separator}Hazel`).replace('Bea,', `Bea${separator}`))
      assert.equal(table.separator, separator)
      assert.deepEqual(cells(table), [
        ['Ann; or, Nan\tHedgery', 'Hazel'],
        ['Bea', '4, upper'],
      ])
    })
  }

  it('believes the separator that Excel writes in a line of its own, and keeps the line numbers', async () => {
    const table = await tableOf('sep=;\r\nName;Note\r\nAnn;a,b,c\r\n')
    assert.deepEqual([table.headings, table.rows[0]], [['Name', 'Note'], { line: 3, cells: ['Ann', 'a,b,c'] }])
  })

  it('numbers lines as a text editor does, over blank lines and cells of several lines', async () => {
    const table = await tableOf('Name,Class\n\n"Ann\nBea",Hazel\r\nCal,Holly\n')
    assert.deepEqual(
      table.rows.map(({ line }) => line),
      [3, 5],
    )
  })

  it('takes the first line with several cells for the headings, and says so when a title stands above', async () => {
    const table = await tableOf('Pupils of our school\n\nName,Class\nAnn,Hazel\n')
    assert.deepEqual([table.headings, rules(table)], [['Name', 'Class'], ['lines-above-headings 3']])
  })

  it('tells two columns of one name apart, names blank ones, and drops empty ones on the right', async () => {
    const table = await tableOf('Surname,Surname,,,\nHedgery,Quickset,x,,\n')
    assert.deepEqual(table.headings, ['Surname', 'Surname (2)', 'Column 3'])
    assert.deepEqual(rules(table), ['heading-twice 1'])
  })

  it('points at lines with too many or too few cells, but not at spare separators', async () => {
    const table = await tableOf('Name,Class\nAnn,Hazel,,\nBea,Ditch, Lane,Holly\nCal\n')
    assert.deepEqual(rules(table), ['too-many-cells 3', 'too-few-cells 4'])
  })
})

describe('the letters of a file', () => {
  const text = 'Name,Class\nZoë,Hazel\n林小雨,Holly\n'
  const wide = Buffer.from(text, 'utf16le')
  const swapped = Buffer.from(wide).swap16()

  for (const [title, bytes, encoding] of [
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-16, low byte first', Buffer.concat([Buffer.from([0xff, 0xfe]), wide]), 'utf-16le'],
    ['UTF-16, high byte first', Buffer.concat([Buffer.from([0xfe, 0xff]), swapped]), 'utf-16be'],
    ['UTF-16 without a mark', wide, 'utf-16le'],
    ['UTF-16 without a mark, high byte first', swapped, 'utf-16be'],
  ] as const) {
    it(`are right in ${title}`, async () => {
      const table = await tableOf(bytes)
      assert.deepEqual(
        [table.encoding, table.headings[0], cells(table)[0]![0], cells(table)[1]![0]],
        [encoding, 'Name', 'Zoë', '林小雨'],
      )
      assert.deepEqual(table.problems, [])
    })
  }

  it('are read as older Windows text when they are not UTF-8, with a name to judge by', async () => {
    const table = await tableOf(Buffer.from('Name,Class\nZo\xeb O\x92Hedgery,Hazel\n', 'latin1'))
    assert.deepEqual([table.encoding, cells(table)[0]![0]], ['windows-1252', 'Zoë O’Hedgery'])
    assert.match(table.problems[0]!.sentence, /“Zoë”.*CSV UTF-8/)
  })
})

describe('a file that is no list', () => {
  it('is refused with what to do instead: a workbook, a zip folder, a PDF, a web page, a CTF file, anything else', async () => {
    assert.match((await refused(Buffer.from('PK\x03\x04rubbish'))).unreadable, /Excel workbook.*CSV UTF-8/)
    assert.match((await refused(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]))).unreadable, /older Excel/)
    assert.match((await refused('%PDF-1.7')).unreadable, /PDF/)
    assert.match((await refused('<html><table>')).unreadable, /web page/)
    assert.match((await refused('<?xml version="1.0"?><CTfile>')).unreadable, /XML/)
    assert.match((await refused(Buffer.from([1, 0, 0, 7, 0, 200, 0, 0, 0]))).unreadable, /not a text file/)
  })

  it('is refused when it is empty, blank, or has headings only', async () => {
    assert.equal((await refused('')).why, 'empty')
    assert.equal((await refused(' \n\n , ,\n')).why, 'empty')
    assert.equal((await refused('Name,Class\n')).why, 'headings-only')
  })

  it('is refused at the line whose quote mark was lost', async () => {
    const open = await refused('Name,Class\nAnn,Hazel\n"Bea,Holly\nCal,Hazel\n')
    assert.deepEqual([open.why, open.line], ['quote-marks', 3])
    assert.match(open.unreadable, /line 3 and is never closed/)
    const middle = await refused('Name,Class\n"Ann\nLane",Hazel\nBea "Bee" Low,Holly\n')
    assert.deepEqual([middle.why, middle.line], ['quote-marks', 4])
  })

  it('is refused at a line without end', async () => {
    const endless = await refused(`Name,Class\nAnn,${'x'.repeat(100_001)}\n`)
    assert.deepEqual([endless.why, endless.line], ['endless-line', 2])
  })

  it('is refused when it is far too large, without being read to its end', async () => {
    let sent = 0
    async function* film() {
      for (; sent < 500; sent += 1) yield Buffer.alloc(1024 * 1024, 0x41)
    }
    const reading = await readTable(film(), { name: 'film.csv' })
    assert.ok(isUnreadable(reading) && reading.why === 'too-large')
    assert.ok(sent < 100, `${sent} MB were taken in`)
  })
})

it('reports progress while a long file is read, and arrives', async () => {
  const lines = Array.from({ length: 40_000 }, (_, place) => `Person ${place},Hazel`)
  const seen: number[] = []
  await readTable(Buffer.from(['Name,Class', ...lines].join('\n')), {
    name: 'long.csv',
    onProgress: (part) => seen.push(part),
  })
  assert.ok(seen.length > 2 && seen.at(-1) === 1)
  assert.deepEqual(
    seen,
    seen.toSorted((a, b) => a - b),
  )
})
