import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fixture, tableOf } from '../fixtures/fixture.js'
import { headingFingerprint, mappingFaults } from './mapping.js'
import { suggestMapping } from './suggest-mapping.js'

const suggested = async (name: string) => suggestMapping((await tableOf(fixture(name), name)).headings)
const heading = (columns: Readonly<Record<string, string>>, field: string) =>
  Object.keys(columns).find((each) => columns[each] === field)

describe('the columns of real exports', () => {
  it('are known in a pupils-and-contacts report, and what is not needed is not read', async () => {
    const { mapping, unknown, unneeded } = await suggested('sims-pupils-and-contacts.csv')
    assert.equal(mapping.kind, 'pupil')
    assert.equal(heading(mapping.columns, 'given'), 'Legal Forename')
    assert.equal(heading(mapping.columns, 'class'), 'Reg')
    assert.equal(heading(mapping.columns, 'contact-1-family'), 'Contact Surname')
    assert.equal(heading(mapping.columns, 'contact-1-responsibility'), 'Parental Responsibility')
    assert.deepEqual([unknown, unneeded], [[], ['Ethnicity', 'Contact Title']])
  })

  it('are known in a wide list with numbered guardians', async () => {
    const { mapping, unknown } = await suggested('arbor-students.csv')
    assert.equal(heading(mapping.columns, 'contact-2-full-name'), 'Guardian 2: Full name')
    assert.equal(heading(mapping.columns, 'id'), 'Student ID')
    assert.deepEqual(unknown, [])
  })

  it('are known in lists of staff, of contacts and of everybody', async () => {
    assert.equal((await suggested('sims-staff.csv')).mapping.kind, 'staff')
    assert.equal((await suggested('everybody.csv')).mapping.kind, null)
    const contacts = (await suggested('arbor-guardians.csv')).mapping
    assert.equal(contacts.kind, 'parent')
    assert.equal(heading(contacts.columns, 'child-id'), 'Student ID')
    assert.equal(heading(contacts.columns, 'id'), 'Guardian ID')
  })

  it('give the plain forename to the name used in school when there is a legal one', () => {
    const { columns } = suggestMapping(['Legal Forename', 'Forename', 'Surname', 'UPN']).mapping
    assert.deepEqual(
      [columns['Legal Forename'], columns['Forename'], columns['Surname']],
      ['given', 'preferred-given', 'family'],
    )
  })

  it('are asked about when nobody knows them, even with dangerous names', () => {
    const { mapping, unknown } = suggestMapping(['Forename', 'Surname', 'UPN', 'Bus stop', 'constructor', '__proto__'])
    assert.deepEqual(unknown, ['Bus stop', 'constructor', '__proto__'])
    assert.deepEqual(mappingFaults(mapping, ['Forename', 'Surname', 'UPN']), [])
  })

  it('follow what the person says the file is about', () => {
    assert.equal(suggestMapping(['Forename', 'Surname', 'Email'], 'governor').mapping.kind, 'governor')
  })
})

describe('a mapping that is remembered', () => {
  it('is found again whatever the order, letter case and marks of the headings', () => {
    assert.equal(headingFingerprint(['UPN', 'Date of Birth']), headingFingerprint(['date  of birth:', 'upn']))
    assert.notEqual(headingFingerprint(['UPN', 'Date of Birth']), headingFingerprint(['UPN']))
  })

  it('is questioned when a column has gone, two mean the same, or something needed is missing', () => {
    const faults = mappingFaults({ kind: 'pupil', columns: { A: 'given', B: 'given', C: 'family' } }, ['A', 'B'])
    assert.equal(faults.length, 3)
    assert.match(faults[0]!, /no column “C” any more/)
    assert.match(faults[1]!, /Two columns/)
    assert.match(faults[2]!, /No column holds an id or UPN/)
    assert.match(mappingFaults({ kind: null, columns: { A: 'id' } }, ['A']).join(' '), /names.*whom this file is about/)
    assert.match(mappingFaults({ kind: 'parent', columns: { A: 'full-name' } }, ['A']).join(' '), /whose parent/)
  })
})
