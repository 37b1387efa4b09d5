import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { parse } from 'yaml'
import { isSchoolDay } from '../../../kernel/calendar/school-calendar.js'
import { isUpn } from '../import/people/check-upn.js'
import { exampleSchool } from './example-school.js'
import { CLASSES } from './school-identity.js'
import { schoolYear } from './school-years.js'

const TODAY = Temporal.PlainDate.from('2026-11-23')
const school = exampleSchool(TODAY)
const of = (kind: string) => school.people.filter((person) => person.kind === kind)
const linksOf = (id: string) => school.responsibilities.filter(({ child }) => child.id === id)

describe('the people of the example school', () => {
  it('are as many as a real two-form primary school has', () => {
    const counts = ['pupil', 'parent', 'staff', 'governor', 'volunteer', 'contractor', 'visitor'].map(
      (kind) => of(kind).length,
    )
    assert.deepEqual(counts, [420, 600, 35, 11, 12, 6, 2])
    for (const { code } of CLASSES) {
      assert.equal(of('pupil').filter(({ classCode }) => classCode === code).length, 30, code)
    }
  })

  it('are the same every time, and others for another seed', () => {
    assert.deepEqual(exampleSchool(TODAY).people, school.people)
    assert.deepEqual(exampleSchool(TODAY.add({ days: 100 })).people, school.people, 'the same all year')
    assert.notDeepEqual(exampleSchool(TODAY, 7).people[0], school.people[0])
  })

  it('have full numbers whatever the seed and the day', () => {
    for (const [seed, day] of [
      [1, '2027-08-31'],
      [99, '2026-09-01'],
      [123_456, '2030-02-10'],
    ] as const) {
      const { people } = exampleSchool(Temporal.PlainDate.from(day), seed)
      assert.equal(people.length, 1086, `seed ${seed}`)
      assert.equal(new Set(people.map(({ source }) => source.id)).size, 1086)
    }
  })

  it('share no name, but for two pupils who do so on purpose', () => {
    const names = school.people.map(({ given, family }) => `${given} ${family}`)
    const doubled = names.filter((name, place) => names.indexOf(name) !== place)
    assert.equal(doubled.length, 1)
    const [one, other] = of('pupil').filter(({ given, family }) => `${given} ${family}` === doubled[0])
    assert.notEqual(one!.classCode, other!.classCode)
  })

  it('write their names in several scripts, and one has one name', () => {
    assert.ok(of('pupil').some(({ given }) => /\p{Script=Cyrillic}/u.test(given ?? '')))
    assert.ok(of('pupil').some(({ given }) => /\p{Script=Han}/u.test(given ?? '')))
    assert.equal(of('pupil').filter(({ family }) => family === null).length, 1)
    for (const { given, family } of school.people) {
      const name = `${given}${family ?? ''}`
      assert.ok(!(/\p{Script=Latin}/u.test(name) && /\p{Script=Cyrillic}|\p{Script=Han}/u.test(name)), name)
    }
  })

  it('can be reached by nobody: reserved domains, drama numbers, pupil numbers of no school', () => {
    for (const { email, phone, upn } of school.people) {
      if (email) assert.match(email, /^[a-z0-9.+]+@[a-z]+\.example$/)
      if (phone) assert.match(phone, /^07700 900\d{3}$/)
      if (upn) assert.ok(isUpn(upn) && upn.startsWith('9992045', 1), upn)
    }
  })

  it('are of the right age for their year', () => {
    for (const { born, year } of of('pupil')) {
      const index = ['R', '1', '2', '3', '4', '5', '6'].indexOf(year!)
      assert.ok(born! >= `${2021 - index}-09-01` && born! <= `${2022 - index}-08-31`, `${born} in ${year}`)
    }
  })
})

describe('the families of the example school', () => {
  it('leave no child without an adult, nor an adult without a child', () => {
    assert.ok(of('pupil').every(({ source }) => linksOf(source.id).length > 0))
    const adults = new Set(school.responsibilities.map(({ adult }) => adult.id))
    assert.equal(adults.size, 600)
  })

  it('are of all the shapes that safeguarding must know', () => {
    const shapes = of('pupil').map(({ source }) => linksOf(source.id))
    assert.ok(shapes.some((links) => links.length === 1))
    assert.ok(shapes.some((links) => links.length === 3))
    assert.ok(shapes.some((links) => links.filter(({ relationship }) => relationship === 'mother').length === 2))
    assert.ok(
      shapes.some((links) => links.some(({ relationship, contactable }) => relationship === 'father' && !contactable)),
    )
    const inCare = of('pupil').filter(({ needs }) => needs?.includes('in-care'))
    assert.ok(inCare.length > 3)
    assert.ok(
      inCare.every(({ source }) => linksOf(source.id).some(({ relationship }) => relationship === 'foster-carer')),
    )
  })

  it('have brothers and sisters at least nine months apart, but for twins', () => {
    const families = Map.groupBy(of('pupil'), ({ source }) => linksOf(source.id)[0]!.adult.id)
    const gaps = [...families.values()].flatMap((children) => {
      const births = children
        .map(({ born }) => Temporal.PlainDate.from(born!))
        .sort((a, b) => Temporal.PlainDate.compare(a, b))
      return births.slice(1).map((birth, place) => births[place]!.until(birth).days)
    })
    assert.equal(gaps.filter((days) => days === 0).length, 3, 'three pairs of twins')
    assert.ok(
      gaps.every((days) => days === 0 || days > 270),
      `${Math.min(...gaps.filter(Boolean))}`,
    )
    assert.equal(families.size, 330)
  })
})

it('fills every required post of the base pack, and no post that it does not know', () => {
  const file = 'packs/uk-primary/posts.yaml'
  const { posts } = parse(readFileSync(file, 'utf8')) as { posts: { id: string; required: boolean; heldBy: string }[] }
  const held = new Set(school.postHoldings.map(({ post }) => post))
  for (const { id, required } of posts) if (required) assert.ok(held.has(id), `${id} is vacant`)
  for (const post of held)
    assert.ok(
      posts.some(({ id }) => id === post),
      `the pack has no post ${post}`,
    )
  for (const { post, holder } of school.postHoldings) {
    const { heldBy } = posts.find(({ id }) => id === post)!
    assert.ok(
      heldBy === 'outside' ? holder.startsWith('contractor/') : holder.startsWith(heldBy),
      `${post} of ${holder}`,
    )
  }
})

describe('the years of the example school', () => {
  it('have about 190 days with pupils and five INSET days', () => {
    for (const year of [2024, 2025, 2026, 2027, 2028, 2029]) {
      const { terms, insetDays } = schoolYear(year)
      const calendar = exampleSchool(Temporal.PlainDate.from(`${year}-11-23`)).calendar
      let days = 0
      for (
        let day = Temporal.PlainDate.from(terms[0]!.from);
        day.toString() <= terms[2]!.to;
        day = day.add({ days: 1 })
      ) {
        if (isSchoolDay(calendar, day)) days += 1
      }
      assert.ok(days >= 187 && days <= 194, `${year}: ${days} days`)
      assert.equal(new Set(insetDays).size, 5)
      for (const inset of insetDays)
        assert.ok(!isSchoolDay(calendar, Temporal.PlainDate.from(inset)), `${inset} has pupils`)
    }
  })

  it('look like an English county’s: terms and half terms of 2026/27', () => {
    const { terms, closures } = schoolYear(2026)
    assert.deepEqual(
      terms.map(({ from, to }) => `${from} ${to}`),
      ['2026-09-03 2026-12-18', '2027-01-05 2027-03-19', '2027-04-05 2027-07-21'],
    )
    assert.deepEqual(
      closures.map(({ from }) => from),
      ['2026-10-26', '2027-02-15', '2027-05-31'],
    )
  })

  it('reach two years back and one ahead', () => {
    assert.deepEqual([school.calendar.terms[0]!.from, school.calendar.terms.at(-1)!.to], ['2024-09-04', '2028-07-19'])
  })
})

it('remembers people who have left, ended and not deleted', () => {
  assert.equal(school.formerPeople.length, 7)
  assert.ok(school.formerPeople.every(({ end }) => end === '2026-07-22'))
})
