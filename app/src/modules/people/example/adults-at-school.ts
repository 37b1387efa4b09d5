import type { PersonKind } from '../import/roster.js'
import { type ClassCode, CLASSES } from './school-identity.js'

/** A job at the example school, with the posts of the pack that its holder has. */
export interface ExampleJob {
  readonly kind: Extract<PersonKind, 'staff' | 'governor' | 'volunteer' | 'contractor' | 'visitor'>
  readonly title: string
  /** Ids of packs/uk-primary/posts.yaml. */
  readonly posts: readonly string[]
  readonly classCode?: ClassCode
}

const staff = (title: string, ...posts: string[]): ExampleJob => ({ kind: 'staff', title, posts })
const governor = (title: string, ...posts: string[]): ExampleJob => ({ kind: 'governor', title, posts })

/** What teachers lead besides their class. */
const LEADS: Readonly<Partial<Record<ClassCode, readonly [title: string, post: string]>>> = {
  Dogwood: ['computing lead', 'computing-lead'],
  Rowan: ['senior leader for Years 3 and 4', 'senior-leader'],
  Primrose: ['senior leader for the early years', 'senior-leader'],
}

const teachers = CLASSES.map(({ code, year }): ExampleJob => {
  const [lead, post] = LEADS[code] ?? []
  const title = `Class teacher, ${year === 'R' ? 'Reception' : `Year ${year}`}${lead ? `, and ${lead}` : ''}`
  return { kind: 'staff', title, posts: post ? ['class-teacher', post] : ['class-teacher'], classCode: code }
})

const ASSISTANTS: readonly ClassCode[] = [
  'Primrose',
  'Campion',
  'Bramble',
  'Holly',
  'Elder',
  'Spindle',
  'Damson',
  'Blackthorn',
]

/** Everybody who works, governs or helps at the example school: 35 staff, 11 governors, 12 volunteers, 6 contractors, 2 visitors. */
export const JOBS: readonly ExampleJob[] = [
  staff('Headteacher', 'headteacher'),
  staff('Deputy headteacher', 'deputy-headteacher', 'siro', 'senior-leader', 'filter-approver'),
  staff('Assistant headteacher and designated safeguarding lead', 'dsl', 'senior-leader'),
  staff('Special educational needs coordinator', 'senco', 'deputy-dsl'),
  ...teachers,
  ...ASSISTANTS.map((classCode): ExampleJob => ({ kind: 'staff', title: 'Teaching assistant', posts: [], classCode })),
  staff('Higher level teaching assistant'),
  staff('Learning mentor', 'deputy-dsl'),
  staff('School business manager', 'school-business-manager', 'information-asset-owner'),
  staff('Office manager', 'website-editor'),
  staff('Office assistant', 'clerk-to-governors'),
  staff('Network manager', 'network-manager'),
  staff('Site manager'),
  staff('Lunchtime supervisor'),
  staff('Lunchtime supervisor'),
  governor('Chair of governors', 'chair-of-governors'),
  governor('Vice-chair of governors', 'vice-chair-of-governors'),
  governor('Safeguarding governor', 'safeguarding-governor'),
  governor('Parent governor'),
  governor('Parent governor'),
  governor('Local authority governor'),
  governor('Staff governor'),
  ...Array.from({ length: 4 }, () => governor('Co-opted governor')),
  ...Array.from({ length: 8 }, (): ExampleJob => ({ kind: 'volunteer', title: 'Listens to readers', posts: [] })),
  { kind: 'volunteer', title: 'Gardening club', posts: [] },
  { kind: 'volunteer', title: 'Gardening club', posts: [] },
  { kind: 'volunteer', title: 'Coding club', posts: [] },
  { kind: 'volunteer', title: 'Breakfast club', posts: [] },
  { kind: 'contractor', title: 'Data protection officer, shared by several schools', posts: ['dpo'] },
  { kind: 'contractor', title: 'IT support engineer', posts: [] },
  { kind: 'contractor', title: 'Music teacher', posts: [] },
  { kind: 'contractor', title: 'Sports coach', posts: [] },
  { kind: 'contractor', title: 'Speech and language therapist', posts: [] },
  { kind: 'contractor', title: 'Kitchen manager', posts: [] },
  { kind: 'visitor', title: 'Student teacher on placement', posts: [] },
  { kind: 'visitor', title: 'Visiting author', posts: [] },
]
