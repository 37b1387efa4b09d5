import { type Need, type PersonKind, type Relationship, type Year, YEARS } from '../roster.js'

const KINDS: Readonly<Record<PersonKind, readonly string[]>> = {
  pupil: ['pupil', 'student', 'learner', 'child'],
  staff: ['staff', 'teacher', 'teaching assistant', 'employee', 'headteacher', 'support staff', 'supply', 'ta'],
  parent: ['parent', 'carer', 'parent carer', 'parent/carer', 'guardian', 'contact', 'family'],
  governor: ['governor', 'trustee', 'clerk to governors'],
  volunteer: ['volunteer', 'helper'],
  contractor: ['contractor', 'supplier', 'agency', 'peripatetic'],
  visitor: ['visitor', 'guest'],
}

const RELATIONSHIP_WORDS: Readonly<Record<Relationship, readonly string[]>> = {
  mother: ['mother', 'mum', 'mummy', 'mam', 'mom', 'birth mother', 'adoptive mother'],
  father: ['father', 'dad', 'daddy', 'birth father', 'adoptive father'],
  parent: ['parent', 'parent carer', 'parent/carer', 'parent/guardian', 'mother/father', 'adoptive parent'],
  'step-parent': [
    'step parent',
    'step mother',
    'stepmother',
    'step father',
    'stepfather',
    'step mum',
    'step dad',
    'stepmum',
    'stepdad',
  ],
  grandparent: [
    'grandparent',
    'grandmother',
    'grandfather',
    'gran',
    'grandma',
    'grandad',
    'nan',
    'nana',
    'granny',
    'grandpa',
  ],
  sibling: ['sibling', 'brother', 'sister', 'half brother', 'half sister', 'step brother', 'step sister'],
  relative: [
    'relative',
    'other relative',
    'aunt',
    'uncle',
    'auntie',
    'cousin',
    'other family member',
    'family member',
    'great grandparent',
  ],
  'foster-carer': ['foster carer', 'foster parent', 'foster mother', 'foster father', 'foster mum', 'foster dad'],
  guardian: ['guardian', 'legal guardian', 'special guardian'],
  carer: ['carer', 'care worker', 'residential worker', 'partner', "parent's partner"],
  childminder: ['childminder', 'child minder', 'nanny', 'au pair', 'babysitter'],
  'social-worker': ['social worker', 'social services', 'local authority', 'corporate parent'],
  other: [
    'other',
    'other contact',
    'friend',
    'family friend',
    'neighbour',
    'emergency contact',
    'doctor',
    'religious contact',
    'head teacher',
  ],
}

const kindOf = indexed(KINDS)
const relationshipOf = indexed(RELATIONSHIP_WORDS)

/** The kind of person that a word such as 'Student' or 'TA' means, or null. */
export function parseKind(text: string): PersonKind | null {
  return kindOf.get(text.toLowerCase()) ?? kindOf.get(text.toLowerCase().replace(/s$/, '')) ?? null
}

/** What an adult is to a child, from the words that offices write ('Mum', 'Step-Father'), or null. */
export function parseRelationship(text: string): Relationship | null {
  return relationshipOf.get(text.toLowerCase().replaceAll(/[-_]/g, ' ')) ?? null
}

const RECEPTION = /^(?:(?:year|yr|y) )?(?:r|rec|reception|0|00|fs2|f2|eyfs2|kg)$|^yr$/
const NURSERY = /^(?:(?:year|yr|y) ?)?(?:n|n[12]|nursery|-[12]|fs1|f1|eyfs1|pre-?school|pk|pr|tk|it)$/
const NUMBERED = /^(?:(?:nc|ncy|national curriculum) ?)?(?:year|yr|y)?(?: group)?\.? ?0?([1-6])$/

/**
 * The year from 'Year 4', 'Yr 4', 'Y4', '04', 'Reception', 'Rec', 'R', '0', 'Nursery', 'N2', or null. The two-letter codes are
 * OneRoster's (CEDS entry grade levels), where KG is the year before 01.
 */
export function parseYear(text: string): Year | null {
  const plain = text.toLowerCase()
  if (RECEPTION.test(plain)) return 'R'
  if (NURSERY.test(plain)) return 'N'
  const [, number] = NUMBERED.exec(plain) ?? []
  return YEARS.find((year) => year === number) ?? null
}

/** True, false, or null when the text is neither: 'Yes', 'Y', 'True', '1', 'x' and their opposites. */
export function parseYesNo(text: string): boolean | null {
  if (/^(?:y|yes|true|t|1|x|✓|✔)$/i.test(text)) return true
  return /^(?:n|no|false|f|0)$/i.test(text) ? false : null
}

/** The stage of special educational needs: 'K' and 'E' are the codes of the school census, with the older 'S' for 'E'. */
export function parseSen(text: string): Need | null {
  if (/^(?:k|sen support|support|school action.*)$/i.test(text)) return 'sen-support'
  return /^(?:e|s|ehcp?|ehc plan|education,? health and care plan|statement.*)$/i.test(text) ? 'ehc-plan' : null
}

function indexed<Name extends string>(words: Readonly<Record<Name, readonly string[]>>): ReadonlyMap<string, Name> {
  const entries = Object.entries(words) as [Name, readonly string[]][]
  return new Map(entries.flatMap(([name, spellings]) => spellings.map((spelling) => [spelling, name] as const)))
}
