import { Temporal } from 'temporal-polyfill'
import { upnCheckLetter } from '../../import/people/check-upn.js'
import { present } from '../../import/present.js'
import type { IsoDate, Need } from '../../import/roster.js'
import { type ExamplePerson, exampleSource } from '../example-person.js'
import type { Community } from '../names/communities.js'
import type { NameGiver } from '../names/name-giver.js'
import type { Random } from '../random.js'
import { EXAMPLE_YEARS } from '../school-identity.js'
import { schoolYear } from '../school-years.js'
import type { SiblingYears } from './places.js'

/** What the children of one family are made from. */
export interface ChildrenSeed {
  readonly years: SiblingYears
  readonly surname: string
  readonly community: Community
  readonly inCare: boolean
  /** The calendar year in which the present school year began. */
  readonly begins: number
}

/** Everyday forms of given names, so that some pupils are known by another name than the register's. */
const SHORT: Readonly<Record<string, string>> = {
  Beatrix: 'Bea',
  Jemima: 'Mima',
  Barnaby: 'Barney',
  Stanley: 'Stan',
  Nathaniel: 'Nate',
  Angharad: 'Hari',
  Omolara: 'Lara',
  Agnieszka: 'Aga',
  Oluwaseun: 'Seun',
}

/** Local authority 999 and school 2045 do not exist, so no number made here is anybody's. */
const UPN_SCHOOL = '9992045'

/** Makes pupils without a class; `numbered` counts them up. */
export function childrenOf(
  seed: ChildrenSeed,
  names: NameGiver,
  random: Random,
  numbered: () => number,
): ExamplePerson[] {
  // Birthdays of one family lie close in the year, so that children of neighbouring years are never weeks apart; twins share one.
  const birthday = random.below(365)
  const birthdays = new Map(seed.years.map((index) => [index, within(birthday + random.below(60) - 30)]))
  return seed.years.map((index) => {
    const number = numbered()
    const given = names.given(seed.community, seed.surname, random.chance(0.5) ? 'woman' : 'man')
    const start = startOf(index, seed.begins, random)
    return {
      kind: 'pupil',
      source: exampleSource('pupil', number),
      given,
      family: seed.surname,
      knownAs: SHORT[given] ?? null,
      born: bornOn(seed.begins - 5 - index, present(birthdays.get(index))),
      year: present(EXAMPLE_YEARS[index]),
      upn: upnOf(start, number),
      start,
      end: null,
      needs: needsOf(seed, random),
    }
  })
}

/** The so-many-eth day of a school year's births, 1 September being 0. */
function bornOn(year: number, dayOfYear: number): IsoDate {
  return Temporal.PlainDate.from({ year, month: 9, day: 1 }).add({ days: dayOfYear }).toString()
}

function within(dayOfYear: number): number {
  return Math.min(364, Math.max(0, dayOfYear))
}

/** Nine in ten began in reception; the others came in a later year, at the beginning of some term. */
function startOf(index: number, begins: number, random: Random): IsoDate {
  const years = random.chance(0.1) ? random.below(index + 1) : index
  const term = years === index ? 0 : random.below(2)
  return present(schoolYear(begins - years).terms[term]).from
}

function upnOf(start: IsoDate, number: number): string {
  const twelve = `${UPN_SCHOOL}${start.slice(2, 4)}${String(number).padStart(3, '0')}`
  return `${upnCheckLetter(twelve)}${twelve}`
}

/** Roughly as often as in English primary schools: 14 in 100 with SEN support, 3 with a plan. */
function needsOf({ community, inCare }: ChildrenSeed, random: Random): readonly Need[] {
  const draw = random.below(100)
  const needs: Need[] = draw < 3 ? ['ehc-plan'] : draw < 17 ? ['sen-support'] : []
  if (community.english === 'additional' && random.chance(0.7)) needs.push('english-additional')
  if (inCare) needs.push('in-care')
  if (random.chance(0.01)) needs.push('young-carer')
  return needs
}
