import { Temporal } from 'temporal-polyfill'
import type { VNode } from 'preact'
import { exampleCalendar } from '../../../kernel/calendar/calendar.examples.js'
import type { ClauseState } from '../../../engine/clauses/clause-state.js'
import type { PostId } from '../../../kernel/ids.js'
import type { Frame } from '../../../web/layout/frame.js'
import { sliceOfMatters } from '../queries/slice-of-matters.js'
import type { ClauseLine, Matter, Standing } from '../queries/standing.js'
import { ClausePage } from './clause.js'
import { CountsPage } from './counts.js'
import { JournalPage } from './journal.js'
import { KeptPage } from './kept.js'
import type { KeptPageProps } from './kept.js'
import { NeedsPage } from './needs.js'
import { PartPage } from './part.js'
import type { DayAsked } from './past-day.js'
import { ServedPage } from './served.js'
import { TodayPage } from './today.js'
import type { TodayTask } from './today-lists.js'
import { waysFor } from '../ways.js'

const now = Temporal.Instant.from('2026-11-24T10:42:00Z')
const earlier = Temporal.Instant.from('2026-11-20T09:00:00Z')
const none = { kept: 0, due: 0, broken: 0, attested: 0, unknown: 0, unbuilt: 0 }

const broken: ClauseState = {
  verdict: 'broken',
  basis: '12 posts looked at',
  findings: [
    {
      sentence: 'Nobody holds the post of Network manager.',
      rows: [{ table: 'concern', id: 'a' }],
      post: 'headteacher' as PostId,
      due: earlier,
    },
  ],
}
const line = (number: string, state: ClauseState): ClauseLine => ({
  id: `clause-${number}`,
  number,
  text: 'Every post is held by somebody, and covered when they are away.',
  state,
  who: state.findings.length > 0 ? ['Headteacher'] : [],
})

const lines = [
  line('2.1', { verdict: 'kept', findings: [], basis: '41 concerns' }),
  line('2.2', broken),
  line('2.3', { verdict: 'unbuilt', findings: [], basis: 'Not yet checked by Hedgerow' }),
]
const counts = { ...none, kept: 1, broken: 1, unbuilt: 1 }
const part = { part: 'roles', number: '2', title: 'Who does what', counts, clauses: lines }
const matter: Matter = {
  sentence: 'Nobody holds the post of Network manager.',
  verdict: 'broken',
  who: 'Headteacher',
  clauses: lines.slice(1, 2),
  rows: [
    { table: 'concern', id: 'a' },
    { table: 'concern', id: 'b' },
  ],
}
const standing: Standing = { counts, matters: [matter], total: 3, parts: [part] }

/** More than the front shows, each breaking more promises than one line names. */
const many: readonly Matter[] = Array.from({ length: 30 }, (_, at) => ({
  ...matter,
  sentence: `A concern of ${at + 1} November was not read in time.`,
  clauses: Array.from({ length: 15 }, (__, place) => ({ ...line(`3.${place}`, broken), id: `clause-${place}` })),
}))
const start = { after: null, before: null }
const aPastDay: DayAsked = {
  asOf: earlier,
  past: true,
  known: 'worked out',
  query: { 'as-of-day': '20', 'as-of-month': '11', 'as-of-year': '2026' },
}

const kept = (frame: Frame, over: Partial<KeptPageProps> = {}): VNode => (
  <KeptPage
    frame={frame}
    policy="Online safety policy"
    standing={standing}
    day={{ asOf: now, past: false, known: 'as said then', query: {} }}
    now={now}
    since={{ at: earlier, lastLook: false }}
    links={new Map()}
    turned={[{ id: 'clause-2.2', number: '2.2', text: 'Every post is held.', from: 'kept', to: 'broken', at: earlier }]}
    dateError={null}
    typedDate={{ day: '', month: '', year: '' }}
    {...over}
  />
)

const today = {
  now,
  calendar: exampleCalendar,
  mayReport: true,
  ways: waysFor(new Set(['journal.read'])),
  tasks: [],
  told: [],
  desk: null,
  policy: null,
}
const task = (over: Partial<TodayTask>): TodayTask => ({
  id: 'a',
  words: '',
  label: '',
  url: '/cases/a',
  due_at: null,
  shared: false,
  taker: null,
  taken_at: null,
  byMe: false,
  ...over,
})

/** Every page of governance in its empty, full and error state. */
export const governancePages: Readonly<Record<string, (frame: Frame) => VNode>> = {
  kept: (frame) => kept(frame),
  'kept-nothing-looked-at': (frame) =>
    kept(frame, { standing: { counts: none, total: 0, parts: [], matters: [] }, turned: [] }),
  'kept-in-the-past': (frame) => kept(frame, { day: aPastDay }),
  'kept-much-to-do': (frame) => kept(frame, { standing: { ...standing, matters: many } }),
  part: (frame) => <PartPage frame={frame} part={part} day={aPastDay} />,
  needs: (frame) => (
    <NeedsPage frame={frame} total={30} slice={sliceOfMatters(many, start)} day={aPastDay} links={new Map()} />
  ),
  'needs-nobody': (frame) => (
    <NeedsPage
      frame={frame}
      total={0}
      slice={sliceOfMatters([], start)}
      day={{ ...aPastDay, past: false }}
      links={new Map()}
    />
  ),
  'kept-wrong-date': (frame) =>
    kept(frame, {
      dateError: 'Enter a real date, for example 3 3 2026.',
      typedDate: { day: '31', month: '2', year: '2026' },
    }),
  clause: (frame) => (
    <ClausePage
      frame={frame}
      number="2.2"
      text="Every post is held."
      plain="Somebody does each job."
      child="There is always a grown-up."
      part="2. Who does what"
      posts={['Headteacher']}
      keepers={[
        { id: 'posts', does: 'Says who holds each position.', built: true, page: '/people/posts' },
        { id: 'responsibilities', does: 'Shows each person what is asked of them.', built: false, page: null },
      ]}
      laws={[{ title: 'Keeping children safe in education', edition: 'September 2025', web: 'https://www.gov.uk/' }]}
      state={broken}
      asOf={now}
      now={now}
      history={[{ verdict: 'broken', at: earlier, basis: '' }]}
      links={new Map([['a', '/concerns/a']])}
      postTitle={() => 'Headteacher'}
    />
  ),
  'clause-new': (frame) => (
    <ClausePage
      frame={frame}
      number="9.1"
      text="Pictures need permission."
      plain="We ask first."
      child={null}
      part="9. Pictures"
      posts={[]}
      keepers={[]}
      laws={[]}
      state={{ verdict: 'unbuilt', findings: [], basis: 'Not yet checked by Hedgerow' }}
      asOf={now}
      now={now}
      history={[]}
      links={new Map()}
      postTitle={() => ''}
    />
  ),
  'kept-with-records': (frame) => kept(frame, { links: new Map([['a', '/concerns/a']]), turned: [] }),
  'kept-since-last-look': (frame) => kept(frame, { since: { at: earlier, lastLook: true } }),
  today: (frame) => (
    <TodayPage
      frame={frame}
      {...today}
      tasks={[
        task({ words: 'Look at a case again', label: 'K-7K3M-4P', due_at: earlier, shared: true }),
        task({ words: 'Answer a child', label: 'C-9K3M-4P', shared: true, taker: 'Amira Khan', taken_at: earlier }),
      ]}
      told={[{ words: 'A case was handed over to you', url: '/cases/a', at: earlier, overnight: true }]}
      desk={{
        fresh: [
          { url: '/concerns/a', summary: 'A message on the way home', teller: 'Tom Bell', due: now, urgent: true },
        ],
        others: [{ url: '/cases/b', words: 'Do the next step of a case: K-1', whose: 'Headteacher', due: earlier }],
      }}
      policy={{ standing, findings: lines.slice(1, 2) }}
    />
  ),
  'today-nothing': (frame) => (
    <TodayPage frame={frame} {...today} desk={{ fresh: [], others: [] }} policy={{ standing, findings: [] }} />
  ),
  'today-teacher': (frame) => <TodayPage frame={frame} {...today} />,
  served: (frame) => <ServedPage frame={frame} screen="/registers/suppliers" clauses={lines} mayOpen />,
  'served-nothing': (frame) => <ServedPage frame={frame} screen={null} clauses={[]} mayOpen={false} />,
  counts: (frame) => (
    <CountsPage
      frame={frame}
      periods={['Autumn 2025', 'Spring 2026']}
      lines={[{ title: 'Concerns reported', counts: ['12', 'fewer than 5'] }]}
    />
  ),
  'counts-none': (frame) => <CountsPage frame={frame} periods={['Autumn 2026']} lines={[]} />,
  journal: (frame) => (
    <JournalPage
      frame={frame}
      now={now}
      slice={{
        rows: [{ id: 'a', at: earlier, who: 'Amira Khan', act: 'concern acknowledged' }],
        before: null,
        after: 'a',
      }}
      published={[{ hash: 'abcdef0123456789abcdef', at: earlier }]}
    />
  ),
  'journal-none': (frame) => (
    <JournalPage frame={frame} now={now} slice={{ rows: [], before: null, after: null }} published={[]} />
  ),
}
