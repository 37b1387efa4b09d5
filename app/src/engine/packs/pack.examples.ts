import type { Known } from './known.js'
import { packOf } from './load-pack.js'
import type { LoadedPack } from './pack.js'
import { problemText } from './problem.js'

/** The lists beside the packs, cut down to what the examples name. */
export const KNOWN: Known = {
  mechanisms: new Map(
    ['concern-report', 'conflict-routing', 'same-day-triage'].map((id) => [
      id,
      { id, module: 'concerns', does: 'Works.' },
    ]),
  ),
  requirements: new Set(['003-072', '003-079', '003-105']),
  permissions: new Set(['concerns.report', 'concerns.triage']),
}

/** The smallest sound base: two posts, one clock, two clauses. */
export const BASE: ReadonlyMap<string, string> = new Map([
  [
    'pack.yaml',
    `pack: small
title: A small policy
version: 1.0.0
from: 2026-09-01
summary: For tests.
checked: 2026-11-23
`,
  ],
  [
    'laws.yaml',
    `laws:
  - { id: kcsie, title: Guidance, edition: '2025', web: https://www.gov.uk/kcsie, checked: 2026-11-23 }
`,
  ],
  [
    'posts.yaml',
    `posts:
  - id: dsl
    title: Safeguarding lead
    plain: Keeps children safe.
    heldBy: staff
    required: true
    deputies: [headteacher]
    powers: [concerns.triage]
  - id: headteacher
    title: Headteacher
    plain: Runs the school.
    heldBy: staff
    required: true
    powers: [concerns.triage]
  - id: chair
    title: Chair
    plain: Leads the governors.
    heldBy: governor
    required: true
    powers: []
audiences:
  - { id: any-staff, title: Staff, powers: [concerns.report] }
`,
  ],
  [
    'routing.yaml',
    `routing:
  first: [dsl, headteacher]
conflicts:
  - id: about-headteacher
    about: headteacher
    to: [chair]
    agencies: [lado]
    law: [kcsie]
  - id: about-staff
    about: any-staff
    to: [headteacher, chair]
    law: [kcsie]
`,
  ],
  [
    'clocks.yaml',
    `clocks:
  - id: acknowledge
    starts: reported
    urgency: ordinary
    within: same school day
    met: acknowledged
    escalate:
      - { after: 2 school hours, to: headteacher }
      - { after: 4 school hours, to: chair }
`,
  ],
  [
    'reporting.yaml',
    `first: []
platforms: []
devices: []
places: []
roles: []
bothers: []
wishes: []
closeReasons: []
secrecy: { plain: We share little., child: We share little. }
`,
  ],
  [
    'agencies.yaml',
    `agencies:
  - { id: lado, title: LADO, use: Allegations., checked: 2026-11-23, localised: true }
  - { id: police, title: Police, use: Crime., phone: '101', checked: 2026-11-23 }
`,
  ],
  [
    'sign-in.yaml',
    `signIn:
  minLength: 12
  firstChange: true
  reuse: 5
  lockAfter: 10
  idle: 30 minutes
  absolute: 12 hours
  secondFactorFor: [dsl]
`,
  ],
  ['parents.yaml', `parentsInformed: { requiredBeforeClose: true, automaticFor: [] }\n`],
  [
    'adoption.yaml',
    `adoption:
  owner: dsl
  consult: [any-staff]
  steps:
    - { id: agreed, title: Agreed by the headteacher, kind: agree, by: [headteacher] }
    - { id: approved, title: Approved by governors, kind: approve, by: [chair], meeting: true }
`,
  ],
  [
    'questions.yaml',
    `questions:
  - id: holidays
    ask: Who looks in holidays?
    why: Left open.
    options: [{ value: nobody, text: Nobody }, { value: the-dsl, text: The DSL }]
    default: nobody
`,
  ],
  [
    'clauses/03-telling.yaml',
    `part: telling
number: '3'
title: Telling somebody
clauses:
  - id: report-at-once
    number: '3.1'
    text: Staff report a concern at once.
    plain: Staff tell us at once.
    posts: [any-staff]
    keptBy: [{ mechanism: concern-report }]
    law: [kcsie]
    must: true
  - id: read-the-same-day
    number: '3.2'
    text: The lead reads it the same day.
    plain: We read it the same day.
    posts: [dsl]
    keptBy: [{ mechanism: same-day-triage, with: { clock: acknowledge } }]
    reason: It cannot wait.
`,
  ],
])

/** A pack laid over it that changes almost nothing. */
export const OVERLAY: ReadonlyMap<string, string> = new Map([
  [
    'pack.yaml',
    `pack: named
title: A named policy
version: 1.0.0
from: 2026-09-01
base: small
summary: For tests.
checked: 2026-11-23
differs: [The headteacher hears first.]
`,
  ],
  ['routing.yaml', `routing:\n  first: [headteacher, dsl]\n`],
  [
    'clauses/03-telling.yaml',
    `part: telling
clauses:
  - { id: report-at-once, source: [003-072, 003-079] }
  - id: chair-told
    number: '3.10'
    text: The chair hears of it.
    plain: The chair hears of it.
    posts: [chair]
    keptBy: [{ mechanism: conflict-routing }]
    source: [003-105]
`,
  ],
])

/** Replaces text in one of the files; throws when it is not there, so that a test cannot plant nothing. */
export function edited(files: ReadonlyMap<string, string>, path: string, from: string, to: string) {
  const text = files.get(path)
  if (text === undefined || !text.includes(from)) throw new Error(`${path} does not hold ${from}`)
  return new Map(files).set(path, text.replace(from, to))
}

/** The base on its own, with changes. */
export const judgeBase = (files: ReadonlyMap<string, string>) =>
  packOf({ label: 'packs', packId: 'small', own: files, base: null, known: KNOWN })

/** The overlay on the base, with changes to the overlay. */
export const judgeOverlay = (files: ReadonlyMap<string, string>, base: ReadonlyMap<string, string> = BASE) =>
  packOf({ label: 'packs', packId: 'named', own: files, base: { id: 'small', files: base }, known: KNOWN })

/** Every problem as a line; empty when the pack is sound. */
export const said = (result: ReturnType<typeof judgeBase>): readonly string[] =>
  'problems' in result ? result.problems.map(problemText) : []

/** A pack that must be sound. */
export function sound(result: ReturnType<typeof judgeBase>): LoadedPack {
  if ('problems' in result) throw new Error(said(result).join('\n'))
  return result
}
