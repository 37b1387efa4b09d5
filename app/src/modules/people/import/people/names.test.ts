import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isUpn, upnCheckLetter } from './check-upn.js'
import { cleanCell } from './clean-cell.js'
import { nearestName } from './nearest-name.js'
import { splitName } from './split-name.js'
import { tidyCapitals } from './tidy-capitals.js'
import { undoMisreading } from './undo-misreading.js'
import { parseKind, parseRelationship, parseYear } from './parse-words.js'

it('offers ordinary letters for names in capitals, with their apostrophes, hyphens and small words', () => {
  const offers = {
    HEDGERY: 'Hedgery',
    "O'HEDGERY-QUICKSET": "O'Hedgery-Quickset",
    MCHAWE: 'McHawe',
    'ANN VAN DER HAAG': 'Ann van der Haag',
    ÉLODIE: 'Élodie',
  }
  for (const [shouted, tidy] of Object.entries(offers)) assert.equal(tidyCapitals(shouted), tidy)
})

it('leaves names alone that are not in capitals, are initials, or are written without them', () => {
  for (const name of ['Hedgery', 'TJ', 'McHawe', '林小雨', 'مريم', '']) assert.equal(tidyCapitals(name), null, name)
})

it('finds the surname in a full name', () => {
  assert.deepEqual(splitName('Hedgery, Ann Mary'), { given: 'Ann Mary', family: 'Hedgery' })
  assert.deepEqual(splitName('Mrs Ann Hedgery'), { given: 'Ann', family: 'Hedgery' })
  assert.deepEqual(splitName('Pieter van der Haag'), { given: 'Pieter', family: 'van der Haag' })
  assert.deepEqual(splitName('Teasel'), { given: 'Teasel', family: null })
})

it('undoes the reading of UTF-8 as Windows text, and touches nothing else', () => {
  assert.equal(undoMisreading('ZoÃ«'), 'Zoë')
  assert.equal(undoMisreading('Oâ€™Hedgery'), 'O’Hedgery')
  assert.equal(undoMisreading('HelÃ\u00a0'), 'Helà')
  assert.equal(undoMisreading('Ã\u0081ine'), 'Áine')
  for (const name of ['Zoë', 'João', 'SÃO', 'Łucja', '林小雨']) assert.equal(undoMisreading(name), null, name)
})

it('cleans cells: blanks, hidden characters, formulas', () => {
  assert.deepEqual(cleanCell('  Ann\u00a0 Mary\t'), { text: 'Ann Mary', doubts: [] })
  assert.deepEqual(cleanCell(' - '), { text: '', doubts: [] })
  assert.deepEqual(cleanCell('Ann\u0007\u202e'), { text: 'Ann', doubts: [{ rule: 'control-characters' }] })
  assert.deepEqual(cleanCell('=HYPERLINK("x")').doubts, [{ rule: 'formula' }])
  assert.deepEqual(cleanCell('+44 1632 960123').doubts, [])
  assert.deepEqual(cleanCell('ZoÃ«').doubts, [{ rule: 'misread', offer: 'Zoë' }])
})

it('checks the letter of a unique pupil number', () => {
  const number = `${upnCheckLetter('999204519000')}999204519000`
  assert.ok(isUpn(number))
  assert.ok(isUpn(`${upnCheckLetter('99920451900A')}99920451900A`), 'temporary numbers end in a letter')
  assert.ok(!isUpn(`${number[0] === 'A' ? 'B' : 'A'}${number.slice(1)}`))
  assert.ok(!isUpn(number.slice(0, 12)) && !isUpn(''))
})

it('knows the words of school offices', () => {
  assert.deepEqual(['Year 4', 'Yr 4', 'Y4', '04', 'NCY 4', 'Year Group 4'].map(parseYear), [
    '4',
    '4',
    '4',
    '4',
    '4',
    '4',
  ])
  assert.deepEqual(['R', 'Reception', 'Year R', 'YR', '0', 'N2', 'Nursery', '-1'].map(parseYear), [
    'R',
    'R',
    'R',
    'R',
    'R',
    'N',
    'N',
    'N',
  ])
  assert.deepEqual(['7', 'Year 10', '', 'Hazel'].map(parseYear), [null, null, null, null])
  assert.deepEqual(['Mum', 'Step-Father', 'Gran', 'Stranger'].map(parseRelationship), [
    'mother',
    'step-parent',
    'grandparent',
    null,
  ])
  assert.deepEqual(['Students', 'TA', 'Parent/Carer', 'Ghost'].map(parseKind), ['pupil', 'staff', 'parent', null])
})

it('guesses which class a slip was meant for, but not between short codes', () => {
  assert.equal(nearestName('Hawthron', ['Hazel', 'Hawthorn']), 'Hawthorn')
  assert.equal(nearestName('4X', ['4H', '4W']), null)
  assert.equal(nearestName('Oak', ['Hazel', 'Hawthorn']), null)
})
