import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PersonId } from '../../../../kernel/ids.js'
import type { ExistingPerson, ExistingRoster } from '../existing.js'
import { fixture, NOBODY, rosterOf } from '../fixtures/fixture.js'
import { sourceKey } from '../roster.js'
import type { ImportPlan } from './import-plan.js'
import { planImport } from './plan-import.js'

const TODAY = '2026-11-23'
const REPORT = Buffer.from(fixture('sims-pupils-and-contacts.csv')).toString()

/** The books after a plan was carried out, as the database would have them. */
function carriedOut(existing: ExistingRoster, plan: ImportPlan): ExistingRoster {
  const changes = new Map(plan.change.map((change) => [change.person, change]))
  const ends = new Map(plan.end.map(({ person, on }) => [person, on]))
  const kept = existing.people.map((person): ExistingPerson => {
    const change = changes.get(person)
    const fields = Object.fromEntries(change?.fields.map(({ field, to }) => [field, to]) ?? [])
    return {
      ...person,
      ...fields,
      source: change?.source ?? person.source,
      end: ends.get(person) ?? (fields['end'] as string | null | undefined) ?? person.end,
    }
  })
  const added = plan.add.map(({ at: _, ...person }, place) => ({
    ...person,
    personId: `${existing.people.length + place}` as PersonId,
  }))
  const people: ExistingPerson[] = [...kept, ...added]
  const idOf = new Map(people.map((person) => [person.source ? sourceKey(person.source) : '', person.personId]))
  const links = plan.responsibilities.add.map(({ child, adult, at: _, ...link }) => ({
    ...link,
    childId: idOf.get(sourceKey(child))!,
    adultId: idOf.get(sourceKey(adult))!,
  }))
  const unended = existing.responsibilities.filter((link) => !plan.responsibilities.end.includes(link))
  return { people, responsibilities: [...unended, ...links] }
}

async function imported(...texts: string[]): Promise<ExistingRoster> {
  const roster = await rosterOf(texts)
  return carriedOut(NOBODY, planImport(NOBODY, roster, TODAY))
}

/** What a second file would do to the books that the first made. */
async function second(first: string, then: string, setting = {}): Promise<ImportPlan> {
  const existing = await imported(first)
  return planImport(existing, await rosterOf([then], { existing, ...setting }), TODAY)
}

const nothing = ({ add, change, end, responsibilities }: ImportPlan) =>
  [add, change, end, responsibilities.add, responsibilities.change, responsibilities.end].every(
    (list) => list.length === 0,
  )

const pupils = (count: number, from = 0) =>
  `Adno,Forename,Surname,UPN,Reg\n${Array.from({ length: count }, (_, place) => `${from + place},Wren,Low ${from + place},,Hazel`).join('\n')}`

describe('a second import', () => {
  it('of the same file does nothing', async () => {
    const plan = await second(REPORT, REPORT)
    assert.ok(nothing(plan))
    assert.deepEqual([plan.same, plan.responsibilities.same, plan.guards], [9, 7, []])
  })

  it('changes only the fields that changed', async () => {
    const plan = await second(
      REPORT,
      REPORT.replaceAll('Robin,001402', 'Robin,001402').replaceAll('02/11/2019,Hazel', '02/11/2019,Holly'),
    )
    assert.equal(plan.change.length, 1)
    assert.deepEqual(plan.change[0]!.fields, [{ field: 'classCode', from: 'Hazel', to: 'Holly' }])
    assert.equal(plan.same, 8)
  })

  it('leaves alone what the file has no column for, and clears what it has left blank', async () => {
    const without = await second('Adno,Name,UPN,Reg\n1,Wren Low,,Hazel', 'Adno,Name,UPN\n1,Wren Low,')
    assert.ok(nothing(without))
    const blank = await second('Adno,Name,UPN,Reg\n1,Wren Low,,Hazel', 'Adno,Name,UPN,Reg\n1,Wren Low,,')
    assert.deepEqual(blank.change[0]!.fields, [{ field: 'classCode', from: 'Hazel', to: null }])
  })

  it('changes, adds and ends who answers for whom', async () => {
    const then = REPORT.replace('Step Father,2,No', 'Step Father,1,No').replace(/.*Marjoram.*\n/, '')
    const plan = await second(
      REPORT,
      `${then}Sallowfield,Tansy,,,001404,,30/08/2018,Hawthorn,Year 3,E,Y,,Mrs,Sorrel,Haybank,,07700 900109,Foster Carer,1,No\n`,
    )
    assert.deepEqual(
      plan.responsibilities.change.map(({ fields }) => fields),
      [[{ field: 'priority', from: 2, to: 1 }]],
    )
    assert.deepEqual([plan.responsibilities.add.length, plan.responsibilities.end.length], [1, 1])
    assert.deepEqual(
      [plan.add.map(({ given }) => given), plan.end.map(({ person }) => person.given)],
      [['Sorrel'], ['Marjoram']],
    )
  })

  it('knows a mother again by her child when her e-mail address has changed', async () => {
    const plan = await second(REPORT, REPORT.replaceAll('linnet@bramblewick.example', 'linnet@new.example'))
    assert.deepEqual([plan.add, plan.end], [[], []])
    assert.deepEqual(
      plan.change.map(({ fields }) => fields),
      [[{ field: 'email', from: 'linnet@bramblewick.example', to: 'linnet@new.example' }]],
    )
    assert.ok(plan.change[0]!.source)
  })

  it('knows pupils again by their pupil number when the school changes its system', async () => {
    const existing = await imported(Buffer.from(fixture('bromcom-students.csv')).toString())
    const roster = await rosterOf([fixture('scholarpack-pupils.csv')], { system: 'new-mis', existing })
    const plan = planImport(existing, roster, TODAY)
    assert.deepEqual(
      plan.add.map(({ given }) => given),
      ['Teasel'],
    )
    assert.deepEqual(
      plan.change.map(({ source }) => source?.system),
      ['new-mis', 'new-mis'],
    )
    assert.deepEqual(plan.end, [], 'nobody of another system is ended')
  })

  it('warns that somebody of the same name and birth is already here from elsewhere, and makes a second record', async () => {
    const existing = await imported('Adno,Name,UPN,DOB\n1,Wren Low,,14/03/2018')
    const roster = await rosterOf(['Adno,Name,UPN,DOB\n9,Wren Low,,14/03/2018'], { system: 'other', existing })
    const plan = planImport(existing, roster, TODAY)
    assert.deepEqual([plan.add.length, plan.problems.map(({ rule }) => rule)], [1, ['known-person']])
  })
})

describe('leavers', () => {
  it('are ended on the day, never deleted, when a whole file no longer has them', async () => {
    const plan = await second(pupils(40), pupils(39))
    assert.deepEqual(
      plan.end.map(({ person, on }) => [person.family, on]),
      [['Low 39', TODAY]],
    )
    assert.deepEqual(plan.guards, [])
  })

  it('are nobody when the file is not whole, or is about other people', async () => {
    assert.deepEqual((await second(pupils(40), pupils(2), { whole: false })).end, [])
    const existing = await imported(pupils(40))
    const staff = await rosterOf([fixture('sims-staff.csv')], { existing })
    assert.deepEqual(planImport(existing, staff, TODAY).end, [])
  })

  it('are nobody of another system', async () => {
    const existing = await imported(pupils(4))
    const roster = await rosterOf([pupils(4, 100)], { system: 'new-mis', existing })
    assert.deepEqual(planImport(existing, roster, TODAY).end, [])
  })

  it('are not those whose line was wrong', async () => {
    const plan = await second(pupils(40), pupils(40).replace('3,Wren', '3,').replace('Low 3,', ','))
    assert.deepEqual([plan.end, plan.problems.map(({ rule }) => rule)], [[], ['no-name']])
  })

  it('are asked about when a wrong line does not say whom it is about', async () => {
    const plan = await second(pupils(40), pupils(40).replace('\n3,Wren', '\n,Wren'))
    assert.deepEqual(
      plan.end.map(({ person }) => person.family),
      ['Low 3'],
    )
    assert.deepEqual(
      plan.guards.map(({ guard }) => guard),
      ['leavers-unsure'],
    )
  })

  it('are asked about when they would be many', async () => {
    const plan = await second(pupils(420), pupils(40))
    assert.match(plan.guards[0]!.sentence, /would end 380 of 420 pupils/)
    assert.equal((await second(pupils(420), pupils(360))).guards.length, 0, 'sixty leavers are an ordinary July')
  })

  it('are asked about when the file itself ends many', async () => {
    const ended = (count: number) =>
      `Adno,Name,UPN,Date of leaving\n${Array.from({ length: 40 }, (_, place) => `${place},Wren Low ${place},,${place < count ? '20/11/2026' : ''}`).join('\n')}`
    assert.match((await second(ended(0), ended(30))).guards[0]!.sentence, /would end 30 of 40 pupils/)
  })

  it('come back when they are in the file again', async () => {
    const before = await imported(pupils(40))
    const shorter = await rosterOf([pupils(39)], { existing: before })
    const existing = carriedOut(before, planImport(before, shorter, TODAY))
    const plan = planImport(existing, await rosterOf([pupils(40)], { existing }), '2026-11-30')
    assert.deepEqual(
      plan.change.map(({ fields }) => fields),
      [[{ field: 'end', from: TODAY, to: null }]],
    )
  })

  it('who left before they ever came are not added, nor are their parents’ links', async () => {
    const roster = await rosterOf([fixture('bromcom-students.csv')])
    const plan = planImport(NOBODY, roster, TODAY)
    assert.deepEqual([plan.add.length, plan.alreadyLeft], [2, 1])
  })
})

describe('a link between adult and child', () => {
  const GUARDIANS = Buffer.from(fixture('arbor-guardians.csv')).toString()
  const STUDENTS = 'Student ID,Legal first name,Legal last name,UPN\n4471,Wren,Bramblewick,\n4472,Niamh,Low,\n'

  /** What a list of pupils and one of guardians would do to the books that the fixtures made. */
  async function relinked(students: string, guardians: string): Promise<ImportPlan['responsibilities']> {
    const existing = await imported(STUDENTS, GUARDIANS)
    assert.equal(existing.responsibilities.length, 4)
    return planImport(existing, await rosterOf([students, guardians], { existing }), TODAY).responsibilities
  }

  it('ends when a whole set has both and no longer joins them', async () => {
    const { end } = await relinked(STUDENTS, GUARDIANS.replace(/G78.*\n/, ''))
    assert.equal(end.length, 1)
  })

  it('stays while the line of either is wrong', async () => {
    const wrongChild = await relinked(STUDENTS.replace('Niamh', 'N'.repeat(200)), GUARDIANS.replace(/G79.*\n/, ''))
    assert.deepEqual(wrongChild.end, [])
    const wrongAdult = await relinked(STUDENTS, GUARDIANS.replace('Rowan', 'R'.repeat(200)))
    assert.deepEqual(wrongAdult.end, [])
  })
})

describe('a file of strangers', () => {
  it('is not one that has many new people beside those known', async () => {
    assert.deepEqual((await second(pupils(40), pupils(60))).guards, [])
  })

  it('is asked about, because it is another school’s or has other ids', async () => {
    const plan = await second(pupils(40), pupils(40, 1000))
    assert.deepEqual(
      plan.guards.map(({ guard }) => guard),
      ['many-leavers', 'nobody-known'],
    )
  })
})

it('never touches people who were added by hand', async () => {
  const byHand: ExistingPerson = { personId: 'p' as PersonId, kind: 'pupil', source: null, given: 'Ann', family: 'Low' }
  const plan = planImport({ people: [byHand], responsibilities: [] }, await rosterOf([pupils(3)]), TODAY)
  assert.deepEqual([plan.add.length, plan.end], [3, []])
})
