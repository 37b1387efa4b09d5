import { present } from '../../import/present.js'
import { type ExamplePerson, type ExampleResponsibility, exampleSource } from '../example-person.js'
import type { Community } from '../names/communities.js'
import type { NameGiver } from '../names/name-giver.js'
import type { Random } from '../random.js'
import type { Household, HouseholdAdult } from './households.js'

/** What the adults of one family are made from. */
export interface AdultsSeed {
  readonly household: Household
  readonly surname: string
  readonly community: Community
  readonly children: readonly ExamplePerson[]
}

/** The adults of a family and what each is to each child. */
export interface FamilyAdults {
  readonly adults: readonly ExamplePerson[]
  readonly responsibilities: readonly ExampleResponsibility[]
}

/** Makes the adults of a family; `numbered` counts them up. */
export function adultsOf(seed: AdultsSeed, names: NameGiver, random: Random, numbered: () => number): FamilyAdults {
  const adults = seed.household.adults.map((adult) => adultOf(adult, numbered(), seed, { names, random }))
  const responsibilities = seed.children.flatMap((child) =>
    seed.household.adults.map(({ relationship, responsible, contactable = true }, place) => ({
      child: child.source,
      adult: present(adults[place]).source,
      relationship,
      parentalResponsibility: responsible,
      priority: place + 1,
      contactable,
    })),
  )
  return { adults, responsibilities }
}

/** What every adult is made with. */
interface Making {
  readonly names: NameGiver
  readonly random: Random
}

function adultOf(adult: HouseholdAdult, number: number, seed: AdultsSeed, { names, random }: Making): ExamplePerson {
  const community = adult.ownName && random.chance(0.3) ? names.community() : seed.community
  const family = adult.ownName ? names.family(community) : seed.surname
  const given = names.given(community, family, adult.sex)
  return {
    kind: 'parent',
    source: exampleSource('parent', number),
    given,
    family,
    email: random.chance(0.95) ? mailOf(given, family, number) : null,
    phone: random.chance(0.97) ? phoneOf(number) : null,
  }
}

/** An address of the reserved domain 'example' (RFC 2606). Names that have no Latin letters get a number instead. */
function mailOf(given: string, family: string, number: number): string {
  const name = [given, family].map(latin).filter(Boolean).join('.')
  return `${name || `parent${number}`}@families.example`
}

/** One of the thousand mobile numbers that Ofcom keeps free for drama. */
function phoneOf(number: number): string {
  return `07700 900${String(number % 1000).padStart(3, '0')}`
}

/** A name in the letters of an e-mail address. */
export function latin(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/[łŁ]/g, 'l')
    .replaceAll('ı', 'i')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
}
