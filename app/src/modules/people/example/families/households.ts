import type { Relationship } from '../../import/roster.js'
import type { Sex } from '../names/name-giver.js'

/** An adult's part in a family. */
export interface HouseholdAdult {
  readonly relationship: Relationship
  readonly sex: Sex
  /** Parental responsibility (Children Act 1989 ss.2-4): an unmarried father not on the birth certificate has none by himself. */
  readonly responsible: boolean
  /** False when the school must not get in touch. */
  readonly contactable?: false
  /** Whether they have the children's surname, when the family has one surname. */
  readonly ownName?: true
}

/** A shape that families have, and how many of the example school's 330 have it. */
export interface Household {
  readonly shape: string
  readonly count: number
  readonly inCare?: true
  readonly adults: readonly HouseholdAdult[]
}

const mother: HouseholdAdult = { relationship: 'mother', sex: 'woman', responsible: true }
const father: HouseholdAdult = { relationship: 'father', sex: 'man', responsible: true }
const apart = { ownName: true } as const
const fosterMother: HouseholdAdult = { relationship: 'foster-carer', sex: 'woman', responsible: false, ...apart }
const fosterFather: HouseholdAdult = { ...fosterMother, sex: 'man' }
const grandmother: HouseholdAdult = { relationship: 'grandparent', sex: 'woman', responsible: true }
const socialWorker: HouseholdAdult = { relationship: 'social-worker', sex: 'woman', responsible: false, ...apart }

/**
 * The families: 330 of them with 600 adults. What matters for safeguarding is all here: one parent, two homes, two mothers,
 * a parent without responsibility, a parent who must not be contacted, grandparents, step-parents, children in care (for whom
 * the local authority has responsibility, which no adult in the list then shows).
 */
export const HOUSEHOLDS: readonly Household[] = [
  { shape: 'mother', count: 74, adults: [mother] },
  { shape: 'father', count: 8, adults: [father] },
  { shape: 'grandmother', count: 4, adults: [grandmother] },
  { shape: 'aunt', count: 2, adults: [{ relationship: 'relative', sex: 'woman', responsible: false, ...apart }] },
  { shape: 'foster carer', count: 2, inCare: true, adults: [fosterMother] },
  { shape: 'mother and father', count: 142, adults: [mother, father] },
  { shape: 'two mothers', count: 6, adults: [mother, { ...mother }] },
  { shape: 'two fathers', count: 4, adults: [father, { ...father }] },
  { shape: 'two homes', count: 40, adults: [mother, { ...father, ...apart }] },
  {
    shape: 'mother and step-father',
    count: 6,
    adults: [mother, { relationship: 'step-parent', sex: 'man', responsible: false, ...apart }],
  },
  {
    shape: 'father without responsibility',
    count: 4,
    adults: [mother, { ...father, responsible: false, contactable: false, ...apart }],
  },
  { shape: 'grandparents', count: 4, adults: [grandmother, { ...grandmother, sex: 'man' }] },
  { shape: 'foster carers', count: 2, inCare: true, adults: [fosterMother, fosterFather] },
  {
    shape: 'foster carer and mother',
    count: 2,
    inCare: true,
    adults: [fosterMother, { ...mother, contactable: false }],
  },
  {
    shape: 'two homes with a step-father',
    count: 18,
    adults: [
      mother,
      { ...father, ...apart },
      { relationship: 'step-parent', sex: 'man', responsible: false, ...apart },
    ],
  },
  { shape: 'parents and grandmother', count: 6, adults: [mother, father, { ...grandmother, responsible: false }] },
  {
    shape: 'two homes with a step-mother',
    count: 4,
    adults: [
      mother,
      { ...father, ...apart },
      { relationship: 'step-parent', sex: 'woman', responsible: false, ...apart },
    ],
  },
  {
    shape: 'foster carer, mother and social worker',
    count: 2,
    inCare: true,
    adults: [fosterMother, mother, socialWorker],
  },
]
