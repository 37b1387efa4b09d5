import { present } from '../../import/present.js'
import type { Random } from '../random.js'
import { CLASS_SIZE, EXAMPLE_YEARS } from '../school-identity.js'

/** Places of the children of one family: the index of each one's year in `EXAMPLE_YEARS`, eldest first. Twins share one. */
export type SiblingYears = readonly number[]

const FAMILIES_OF_THREE = 10
const FAMILIES_OF_TWO = 70
const TWINS = 3
const YEAR_SIZE = 2 * CLASS_SIZE

/**
 * Shares the 420 places among 330 families: ten with three children here, seventy with two (three of them twins), the rest with
 * one. Large families are placed first, while every year has room.
 */
export function sharePlaces(random: Random): readonly SiblingYears[] {
  const room = EXAMPLE_YEARS.map(() => YEAR_SIZE)
  const take = (years: SiblingYears): SiblingYears => {
    for (const year of years) room[year] = present(room[year]) - 1
    return years.toSorted((a, b) => b - a)
  }
  const threes = repeat(FAMILIES_OF_THREE, () => take(spread(random, [0, 2, 4 + random.below(3)])))
  const twins = repeat(TWINS, () => {
    const year = random.below(EXAMPLE_YEARS.length)
    return take([year, year])
  })
  const twos = repeat(FAMILIES_OF_TWO - TWINS, () => take(spread(random, [0, 1 + random.below(3)])))
  const ones = room.flatMap((places, year) => repeat(places, (): SiblingYears => [year]))
  return random.shuffle([...threes, ...twins, ...twos, ...ones])
}

/** Siblings so many years apart, begun at any year where the eldest still fits. */
function spread(random: Random, gaps: readonly number[]): SiblingYears {
  const start = random.below(EXAMPLE_YEARS.length - Math.max(...gaps))
  return gaps.map((gap) => start + gap)
}

function repeat<T>(times: number, make: () => T): T[] {
  return Array.from({ length: times }, make)
}
