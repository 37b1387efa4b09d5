import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BASE, edited, judgeBase, said } from '../pack.examples.js'

const CLAUSES = 'clauses/03-telling.yaml'
/** What is said of the base once one text in it is replaced. */
const planted = (path: string, from: string, to: string) => said(judgeBase(edited(BASE, path, from, to)))

test('every kind of name must stand for something', () => {
  const wrong: readonly (readonly [string, string, string, string])[] = [
    [
      'posts.yaml',
      'deputies: [headteacher]',
      'deputies: [headteecher]',
      'post "dsl" names the post "headteecher", which does not exist; did you mean "headteacher"?',
    ],
    [
      'posts.yaml',
      'powers: [concerns.triage]',
      'powers: [concerns.triag]',
      'post "dsl" names the permission "concerns.triag", which does not exist; did you mean "concerns.triage"?',
    ],
    [
      'routing.yaml',
      'first: [dsl, headteacher]',
      'first: [ghost, headteacher]',
      'the routing names the post "ghost", which does not exist.',
    ],
    [
      'routing.yaml',
      'about: headteacher',
      'about: any-ghost',
      'conflict "about-headteacher" names the post or audience "any-ghost", which does not exist.',
    ],
    [
      'routing.yaml',
      'agencies: [lado]',
      'agencies: [ladi]',
      'conflict "about-headteacher" names the agency "ladi", which does not exist; did you mean "lado"?',
    ],
    [
      'clocks.yaml',
      'to: chair }',
      'to: chairs }',
      'clock "acknowledge" names the post "chairs", which does not exist; did you mean "chair"?',
    ],
    [
      'sign-in.yaml',
      'secondFactorFor: [dsl]',
      'secondFactorFor: [ghost]',
      'the list of posts that need a second factor names the post "ghost", which does not exist.',
    ],
    [
      'parents.yaml',
      'automaticFor: []',
      'automaticFor: [ghost]',
      'the list of procedures in which parents are always told names the procedure "ghost", which does not exist.',
    ],
    [
      CLAUSES,
      'posts: [any-staff]',
      'posts: [any-staf]',
      'clause "report-at-once" names the post or audience "any-staf", which does not exist; did you mean "any-staff"?',
    ],
    [
      CLAUSES,
      'mechanism: concern-report',
      'mechanism: concern-reprt',
      'clause "report-at-once" names the mechanism "concern-reprt", which does not exist; did you mean "concern-report"?',
    ],
    [
      CLAUSES,
      'clock: acknowledge',
      'clock: acknowlege',
      'clause "read-the-same-day" names the clock "acknowlege", which does not exist; did you mean "acknowledge"?',
    ],
    [
      CLAUSES,
      'clock: acknowledge',
      'approver: [dsl, headteecher]',
      'clause "read-the-same-day" names the post "headteecher", which does not exist; did you mean "headteacher"?',
    ],
    [
      CLAUSES,
      'clock: acknowledge',
      'question: holiday',
      'clause "read-the-same-day" names the question "holiday", which does not exist; did you mean "holidays"?',
    ],
    [
      CLAUSES,
      'law: [kcsie]',
      'law: [kcsia]',
      'clause "report-at-once" names the law "kcsia", which does not exist; did you mean "kcsie"?',
    ],
    [
      CLAUSES,
      'law: [kcsie]',
      'source: [009-999]',
      'clause "report-at-once" names the requirement "009-999", which does not exist.',
    ],
  ]
  for (const [path, from, to, sentence] of wrong) {
    assert.ok(
      planted(path, from, to).some((line) => line.endsWith(`: ${sentence}`)),
      `${to}\n${planted(path, from, to).join('\n')}`,
    )
  }
})

test('a name inside a list is blamed on its own line', () => {
  assert.match(planted(CLAUSES, 'clock: acknowledge', 'clock: ghost').join(), /03-telling\.yaml line 18: /)
})

test('clauses have numbers of their own, beginning with that of their part', () => {
  assert.match(
    planted(CLAUSES, "number: '3.2'", "number: '3.1'").join(),
    /line 14: two clauses have the number 3\.1; one is "read-the-same-day"/,
  )
  assert.match(planted(CLAUSES, "number: '3.2'", "number: '4.2'").join(), /so its number must begin with 3\./)
  const twin = new Map(BASE).set(
    'clauses/04-cases.yaml',
    (BASE.get(CLAUSES) ?? '').replace('part: telling', 'part: cases').replaceAll("'3", "'4"),
  )
  assert.match(said(judgeBase(twin)).join('\n'), /two clauses have the id "report-at-once"/)
})

test('every clause says why it is there, and a requirement is counted once', () => {
  assert.match(
    planted(CLAUSES, '    reason: It cannot wait.\n', '').join(),
    /clause "read-the-same-day" does not say why it is there/,
  )
  const twice = edited(
    edited(BASE, CLAUSES, 'law: [kcsie]', 'source: [003-079]'),
    CLAUSES,
    'reason: It cannot wait.',
    'source: [003-105, 003-079]',
  )
  assert.deepEqual(said(judgeBase(twice)), [
    'packs/small/clauses/03-telling.yaml line 19: clause "read-the-same-day" names the requirement 003-079, which clause "report-at-once" already keeps.',
  ])
})

test('a concern about a post never ends with that post alone', () => {
  const withoutRules = edited(BASE, 'routing.yaml', BASE.get('routing.yaml') ?? '', 'routing:\n  first: [dsl]\n')
  assert.deepEqual(said(judgeBase(withoutRules)), [
    'packs/small/routing.yaml line 2: a concern about the post "dsl" would reach nobody else; add a conflict that sends it to another post.',
  ])
  const onlyHead = edited(
    BASE,
    'routing.yaml',
    BASE.get('routing.yaml') ?? '',
    'routing:\n  first: [dsl]\nconflicts:\n  - { id: staff, about: any-staff, to: [headteacher] }\n',
  )
  assert.match(
    said(judgeBase(onlyHead)).join(),
    /line 4: a concern about the post "headteacher" would reach nobody else/,
  )
  assert.match(
    planted(
      'routing.yaml',
      'to: [headteacher, chair]',
      'to: [headteacher, chair]\n    withdrawn: [headteacher, chair]',
    ).join(),
    /about the post "dsl" would reach nobody else/,
  )
})

test('a conflict that contradicts itself or could never be used is refused', () => {
  assert.match(
    planted('routing.yaml', 'to: [chair]', 'to: [chair, headteacher]').join(),
    /sends a concern about "headteacher" to "headteacher"/,
  )
  assert.match(
    planted('routing.yaml', 'to: [chair]', 'to: [chair]\n    inform: [dsl]\n    withdrawn: [dsl]').join(),
    /both sends a concern to "dsl" and withdraws it/,
  )
  assert.match(planted('routing.yaml', 'about: any-staff', 'about: headteacher').join(), /so it would never be used/)
})

test('deputies and agencies do not go round in circles', () => {
  assert.deepEqual(
    planted(
      'posts.yaml',
      'powers: [concerns.triage]\n  - id: chair',
      'deputies: [dsl]\n    powers: [concerns.triage]\n  - id: chair',
    ),
    ['packs/small/posts.yaml line 7: deputies go round in a circle: "dsl" → "headteacher" → "dsl".'],
  )
  assert.match(
    planted('agencies.yaml', 'id: lado,', 'id: lado, before: [lado],').join(),
    /wait for one another in a circle: "lado" → "lado"/,
  )
})

test('spans must be readable, clocks possible, escalations in order', () => {
  assert.match(
    planted('clocks.yaml', 'within: same school day', 'within: pronto').join(),
    /clocks\.yaml line 5: "pronto" is not a length of time/,
  )
  assert.match(planted('clocks.yaml', 'after: 2 school hours', 'after: 0 school hours').join(), /no time at all/)
  assert.match(planted('sign-in.yaml', 'idle: 30 minutes', 'idle: a while').join(), /sign-in\.yaml line 6: /)
  assert.match(
    planted('clocks.yaml', 'met: acknowledged', 'met: reported').join(),
    /met by "reported", the event that starts it/,
  )
  assert.match(
    planted('clocks.yaml', 'after: 4 school hours', 'after: 1 school hour').join(),
    /line 9: clock "acknowledge" escalates after 1 school hour, which is earlier/,
  )
})

test('dates are days of the calendar', () => {
  assert.match(planted('laws.yaml', '2026-11-23', '2026-02-30').join(), /laws\.yaml line 2: "2026-02-30" is not a day/)
  assert.match(
    planted('pack.yaml', 'from: 2026-09-01', 'from: 2026-09-31').join(),
    /pack\.yaml line 4: "2026-09-31" is not a day/,
  )
})

test('a question falls back on one of its own options, each offered once', () => {
  assert.match(planted('questions.yaml', 'default: nobody', 'default: somebody').join(), /falls back on "somebody"/)
  assert.match(planted('questions.yaml', 'value: the-dsl', 'value: nobody').join(), /offers "nobody" twice/)
})

test('what is allowed at certain times says which', () => {
  const row = (text: string) => said(judgeBase(new Map([...BASE, ['technology.yaml', text]]))).join()
  const phones = '{ id: phones, title: Phones, adults: certain-times, pupils: not-allowed, law: [kcsie]'
  assert.match(row(`matrix: [${phones} }]`), /technology "phones" is allowed at certain times: say which/)
  assert.equal(row(`matrix: [${phones}, times: At lunchtime. }]`), '')
  const shopping = '{ id: shopping, title: Shopping, rating: certain-times, law: [kcsie] }'
  assert.match(row(`actions: [${shopping}]`), /action "shopping" is allowed at certain times: say which/)
})

test('a kind of risk that always follows a procedure says which', () => {
  const risk = (subtype: string) =>
    said(
      judgeBase(
        new Map([
          ...BASE,
          [
            'risks.yaml',
            `risks: [{ id: conduct, title: Conduct, plain: Harm., subtypes: [${subtype}], law: [kcsie] }]`,
          ],
        ]),
      ),
    ).join()
  const nudes = '{ id: nudes, title: Nudes, always: true'
  assert.match(risk(`${nudes} }`), /sub-type "nudes" always follows a procedure and does not say which/)
  assert.doesNotMatch(risk(`${nudes}, procedure: image }`), /does not say which/)
})
