import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PersonId } from '../../../../kernel/ids.js'
import type { ExistingPerson } from '../existing.js'
import { fixture, rosterOf } from '../fixtures/fixture.js'
import type { ImportedRoster } from './import-setting.js'

const HEADINGS =
  'Adno,Forename,Surname,DOB,Reg,Year,UPN,Email,Contact 1 Name,Contact 1 Relationship,Contact 1 Parental Responsibility,Date of leaving'
const GOOD = '1,Wren,Bramblewick,14/03/2018,Hawthorn,3,,,Linnet Bramblewick,Mother,Yes,'

/** The problems of one line of pupils, as 'rule column'. */
async function doubts(line: string, setting = {}): Promise<string[]> {
  const roster = await rosterOf([`${HEADINGS}\n${line}`], setting)
  return roster.problems.map(({ rule, column }) => `${rule} ${column}`)
}

const sentence = (roster: ImportedRoster, rule: string) => roster.problems.find((each) => each.rule === rule)?.sentence
const names = (roster: ImportedRoster) =>
  roster.people.map(({ given, family }) => [given, family].filter(Boolean).join(' '))

describe('a pupils-and-contacts report', () => {
  it('gives each pupil and each adult once, siblings sharing their parents', async () => {
    const roster = await rosterOf([fixture('sims-pupils-and-contacts.csv')])
    assert.deepEqual(names(roster), [
      'Wren Alice Bramblewick',
      'Linnet Bramblewick',
      'Rowan Bramblewick',
      'Robin Bramblewick',
      "Niamh Zoë O'Hedgery",
      "Saoirse O'Hedgery",
      'Pieter van der Haag',
      'Tansy Sallowfield',
      'Marjoram Quickset',
    ])
    assert.equal(roster.responsibilities.length, 7)
    assert.deepEqual(roster.covers, ['pupil', 'parent'])
  })

  it('keeps the legal name and the name used in school', async () => {
    const { people } = await rosterOf([fixture('sims-pupils-and-contacts.csv')])
    const niamh = people.find(({ given }) => given === 'Niamh Zoë')!
    assert.deepEqual([niamh.family, niamh.knownAs, niamh.born], ["O'Hedgery", 'Nia van der Haag', '2020-02-29'])
  })

  it('keeps who has parental responsibility, and asks about a child for whom nobody has', async () => {
    const roster = await rosterOf([fixture('sims-pupils-and-contacts.csv')])
    const step = roster.responsibilities.find(({ relationship }) => relationship === 'step-parent')!
    assert.deepEqual([step.parentalResponsibility, step.priority], [false, 2])
    assert.match(sentence(roster, 'no-responsibility')!, /Tansy Sallowfield.*local authority/)
  })

  it('keeps the needs that adults must know, and nothing else', async () => {
    const { people } = await rosterOf([fixture('sims-pupils-and-contacts.csv')])
    assert.deepEqual(people.find(({ given }) => given === 'Tansy')!.needs, ['ehc-plan', 'in-care'])
    assert.ok(!JSON.stringify(people).includes('Mrs'))
  })
})

it('takes contacts with one telephone number for one person, and namesakes without any for two', async () => {
  const contacts = (phone: string, other: string) =>
    rosterOf([
      `Adno,Name,UPN,Contact 1 Name,Contact 1 Mobile\n1,Wren Low,,Ann Low,${phone}\n2,Robin Low,,Ann Low,${other}`,
    ])
  const adults = (roster: ImportedRoster) => roster.people.filter(({ kind }) => kind === 'parent').length
  assert.equal(adults(await contacts('07700 900103', '+44 7700 900103')), 1)
  assert.equal(adults(await contacts('', '')), 2)
})

describe('several files together', () => {
  it('join contacts to pupils by id, whichever file comes first', async () => {
    const roster = await rosterOf([fixture('arbor-guardians.csv'), fixture('arbor-students.csv')])
    const links = roster.responsibilities.map(({ child, adult }) => `${child.id} ${adult.id}`)
    assert.ok(links.includes('pupil/4471 parent/G77') && links.includes('pupil/4472 parent/G80'))
  })

  it('keep people of every kind in one list', async () => {
    const roster = await rosterOf([fixture('everybody.csv'), fixture('sims-staff.csv')])
    assert.deepEqual(roster.covers, ['governor', 'volunteer', 'contractor', 'pupil', 'staff'])
  })
})

describe('a line that is wrong is withheld, with its number, its column and a sentence', () => {
  for (const [title, line, expected] of [
    ['a date that no calendar has', GOOD.replace('14/03/2018', '31/02/2018'), 'date-impossible DOB'],
    ['a birth still to come', GOOD.replace('14/03/2018', '14/03/2027'), 'born-in-future DOB'],
    ['a birth long ago', GOOD.replace('14/03/2018', '14/03/1818'), 'born-long-ago DOB'],
    ['a year that is not primary', GOOD.replace(',3,', ',Year 9,'), 'unknown-year Year'],
    ['no name', GOOD.replace('Wren,Bramblewick', ','), 'no-name null'],
    ['no id', GOOD.replace(/^1/, ''), 'no-id Adno'],
    ['a name beyond belief', GOOD.replace('Wren', 'W'.repeat(101)), 'too-long Forename'],
  ] as const) {
    it(title, async () => {
      assert.ok((await doubts(line)).includes(expected), (await doubts(line)).join())
      const { people } = await rosterOf([`${HEADINGS}\n${line}`])
      assert.ok(!people.some(({ kind }) => kind === 'pupil'))
    })
  }

  it('leaving before starting', async () => {
    const roster = await rosterOf(['Adno,Name,UPN,Start date,End date\n1,Wren Low,,04/09/2024,03/09/2024'])
    assert.match(sentence(roster, 'end-before-start')!, /2024-09-03 is before the starting date 2024-09-04/)
  })

  it('an id that belongs to somebody else', async () => {
    const roster = await rosterOf([`${HEADINGS}\n${GOOD}\n${GOOD.replace('Wren', 'Robin')}`])
    assert.match(sentence(roster, 'id-twice')!, /“1” already belongs to somebody else on line 2/)
    assert.ok(!names(roster).includes('Robin Bramblewick') && names(roster).includes('Wren Bramblewick'))
  })

  it('a kind of person that nobody knows', async () => {
    const roster = await rosterOf(['Kind,ID,Forename,Surname\nGhost,1,Wren,Low'])
    assert.match(sentence(roster, 'unknown-kind')!, /“Ghost” is not a kind/)
    assert.equal(roster.unidentified, 1)
  })

  it('a contact whose child is not there', async () => {
    const roster = await rosterOf([fixture('arbor-guardians.csv')])
    assert.match(sentence(roster, 'child-not-there')!, /No pupil has the id “4471”/)
    assert.deepEqual([roster.people.length, roster.withheld.size], [0, 4])
  })

  it('and is remembered, so that nobody takes the person for a leaver', async () => {
    const roster = await rosterOf([`${HEADINGS}\n${GOOD.replace('14/03/2018', 'soon')}`])
    assert.ok([...roster.withheld].some((key) => key.endsWith('pupil/1')))
    assert.equal(roster.unidentified, 0)
  })
})

describe('a line that is doubtful is imported, with a sentence on what was done', () => {
  for (const [title, line, expected] of [
    ['a spreadsheet’s day count', GOOD.replace('14/03/2018', '43173'), 'date-serial DOB'],
    ['a year of two figures', GOOD.replace('2018', '18'), 'date-short-year DOB'],
    ['an age that does not fit the year', GOOD.replace('2018', '2021'), 'age-and-year DOB'],
    ['a formula', GOOD.replace('Hawthorn', '=SUM(A1:A9)'), 'formula Reg'],
    ['hidden characters', GOOD.replace('Wren', 'Wr\u0007en'), 'control-characters Forename'],
    ['a name in capitals', GOOD.replace('Bramblewick,14', 'BRAMBLEWICK,14'), 'capitals Surname'],
    ['a misread name', GOOD.replace('Wren', 'ZoÃ«'), 'misread Forename'],
    ['one name only', GOOD.replace('Wren,Bramblewick', 'Wren,'), 'one-name Surname'],
    ['a malformed e-mail address', GOOD.replace(',3,,,', ',3,,wren at home,'), 'email-malformed Email'],
    ['a malformed pupil number', GOOD.replace(',3,,,', ',3,A12345,,'), 'upn-malformed UPN'],
    [
      'an answer that is neither yes nor no',
      GOOD.replace('Yes', 'Maybe'),
      'answer-unknown Contact 1 Parental Responsibility',
    ],
    ['a relationship unheard of', GOOD.replace('Mother', 'Liege'), 'relationship-unknown Contact 1 Relationship'],
    ['a pupil without a guardian', GOOD.replace('Linnet Bramblewick', ''), 'no-guardian null'],
  ] as const) {
    it(title, async () => {
      assert.deepEqual(await doubts(line), [expected])
      const { people } = await rosterOf([`${HEADINGS}\n${line}`])
      assert.equal(people.filter(({ kind }) => kind === 'pupil').length, 1)
    })
  }

  it('nothing at all in an ordinary line', async () => assert.deepEqual(await doubts(GOOD), []))

  it('the same name and birth twice, and both are imported', async () => {
    const roster = await rosterOf([`${HEADINGS}\n${GOOD}\n${GOOD.replace(/^1/, '2')}`])
    assert.match(sentence(roster, 'same-person')!, /Wren Bramblewick.*line 2/)
    assert.equal(roster.people.filter(({ kind }) => kind === 'pupil').length, 2)
  })

  it('the same line twice in a list without contacts is read once', async () => {
    const roster = await rosterOf(['Adno,Name,UPN\n1,Wren Low,\n1,Wren Low,\n'])
    assert.deepEqual(
      [roster.people.length, sentence(roster, 'line-twice')],
      [1, 'This line repeats line 2. It is read once.'],
    )
  })

  it('two lines that contradict each other about one person', async () => {
    const roster = await rosterOf([`${HEADINGS}\n${GOOD}\n${GOOD.replace('Hawthorn', 'Hazel')}`])
    assert.ok(sentence(roster, 'line-differs'))
    assert.equal(roster.people[0]!.classCode, 'Hawthorn')
  })

  it('a contact with a telephone and no name', async () => {
    const roster = await rosterOf(['Adno,Name,UPN,Contact 2 Name,Contact 2 Mobile\n1,Wren Low,,,07700 900105'])
    assert.match(sentence(roster, 'contact-unnamed')!, /Contact 2 has details but no name/)
  })

  it('a class that the school does not have, once, with the one that was probably meant', async () => {
    const pupil: ExistingPerson = {
      personId: 'p' as PersonId,
      kind: 'pupil',
      source: null,
      given: 'Ann',
      family: 'Low',
      classCode: 'Hawthorn',
    }
    const line = GOOD.replace('Hawthorn', 'Hawthron')
    const setting = { existing: { people: [pupil], responsibilities: [] } }
    const roster = await rosterOf([`${HEADINGS}\n${line}\n${line.replace(/^1,Wren/, '2,Robin')}`], setting)
    const doubt = roster.problems.filter(({ rule }) => rule === 'unknown-class')
    assert.deepEqual([doubt.length, doubt[0]!.line], [1, 2])
    assert.match(doubt[0]!.sentence, /Did you mean “Hawthorn”/)
  })
})

describe('dates with the month first', () => {
  const table = (...dates: string[]) =>
    `Adno,Name,UPN,DOB\n${dates.map((date, place) => `${place},Wren Low ${place},,${date}`).join('\n')}`

  it('are read so throughout when the column allows nothing else, with one warning', async () => {
    const roster = await rosterOf([table('03/14/2018', '03/04/2018')])
    assert.deepEqual(
      roster.people.map(({ born }) => born),
      ['2018-03-14', '2018-03-04'],
    )
    assert.deepEqual(
      roster.problems.map(({ rule, line }) => `${rule} ${line}`),
      ['column-month-first null'],
    )
  })

  it('are doubted one by one in a column of British dates', async () => {
    const roster = await rosterOf([table('14/03/2018', '12/25/2018', '03/04/2018')])
    assert.deepEqual(
      roster.people.map(({ born }) => born),
      ['2018-03-14', '2018-12-25', '2018-04-03'],
    )
    assert.deepEqual(
      roster.problems.map(({ rule, line }) => `${rule} ${line}`),
      ['date-month-first 3'],
    )
  })
})

it('corrects what it offered once somebody agrees', async () => {
  const line = GOOD.replace('Wren,Bramblewick', 'ZoÃ«,BRAMBLEWICK')
  const roster = await rosterOf([`${HEADINGS}\n${line}`], { accept: new Set(['capitals', 'misread'] as const) })
  assert.deepEqual([roster.people[0]!.given, roster.people[0]!.family, roster.problems], ['Zoë', 'Bramblewick', []])
})

it('keeps names of every script, apostrophe and hyphen as they are', async () => {
  const written = [
    "Niamh O'Hedgery",
    'Anne-Marie Llwyn-Celyn',
    '小雨 林',
    'مريم شجري',
    'Łucja Jarzębina',
    'Ọmọ́lará Ìrókò',
  ]
  const lines = written.map((name, place) => `${place},${name.split(' ').join(',')},`)
  const roster = await rosterOf([`Adno,Forename,Surname,UPN\n${lines.join('\n')}`])
  assert.deepEqual(names(roster), written)
  assert.deepEqual(roster.problems, [])
})
