import type { Year } from '../import/roster.js'

/**
 * The example school. Village, county and school are invented; domain and telephone numbers are of the ranges kept free for
 * examples and drama (RFC 2606; Ofcom, numbers for use in TV and radio drama), so that nobody can be reached by accident.
 */
export const EXAMPLE_SCHOOL = {
  name: 'Little Hedgeling Primary School',
  slug: 'little-hedgeling',
  phone: '01632 960 100',
  domain: 'littlehedgeling.example',
  address: ['Hedge Lane', 'Little Hedgeling', 'Wealdshire', 'ZZ9 9ZZ'],
} as const

/** Pupils in a class. */
export const CLASS_SIZE = 30

/** Two forms of entry; the classes are called after what grows in hedges. */
export const CLASSES = [
  { code: 'Primrose', year: 'R' },
  { code: 'Campion', year: 'R' },
  { code: 'Bramble', year: '1' },
  { code: 'Briar', year: '1' },
  { code: 'Hazel', year: '2' },
  { code: 'Holly', year: '2' },
  { code: 'Rowan', year: '3' },
  { code: 'Elder', year: '3' },
  { code: 'Maple', year: '4' },
  { code: 'Spindle', year: '4' },
  { code: 'Dogwood', year: '5' },
  { code: 'Damson', year: '5' },
  { code: 'Hawthorn', year: '6' },
  { code: 'Blackthorn', year: '6' },
] as const satisfies readonly { readonly code: string; readonly year: Year }[]

/** The name of a class. */
export type ClassCode = (typeof CLASSES)[number]['code']

/** Years of the example school, youngest first. */
export const EXAMPLE_YEARS = ['R', '1', '2', '3', '4', '5', '6'] as const satisfies readonly Year[]
