import { Temporal } from 'temporal-polyfill'
import { londonDate } from '../../kernel/calendar/london.js'
import type { Db } from '../../kernel/db/database.js'
import type { SchoolId } from '../../kernel/ids.js'
import {
  addComment,
  beginDraft,
  bringIntoForce,
  commentsOn,
  editEntry,
  openConsultation,
  openDraft,
  recordReview,
  setPublication,
  settleComment,
  submitDraft,
  takeStep,
} from '../../modules/policy/index.js'
import { actingIn, post } from './acting-as.js'
import type { As } from './acting-as.js'
import { reached } from './reach-people.js'

const clause = 'any-worry-counts'

/**
 * Two years of the example school's policy, through the same commands that people use: the policy taken at set-up, a
 * second version of its own a year later with its acts and receipts, a review that is overdue, and a third version begun.
 */
export async function playPolicy(db: Db, school: SchoolId, began: Temporal.PlainDate): Promise<void> {
  const today = londonDate(db.clock.now())
  const as = actingIn(db, school)
  const started = today.subtract({ months: 13 })
  if (Temporal.PlainDate.compare(started, began) <= 0) return
  await as(began.add({ days: 5 }), 'headteacher', (tx) => setPublication(tx, true))
  await secondVersion(as, started)
  await reached(as, today, started.add({ days: 36 }))
  await reviewed(as, today.subtract({ months: 14 }), 'chair-of-governors')
  await reviewed(as, today.subtract({ months: 5 }), 'dsl')
  await thirdVersion(as, today)
}

/** The yearly look at the policy by a post. The governors' is overdue since autumn; the lead's is not. */
const reviewed = (as: As, on: Temporal.PlainDate, who: string) =>
  as(on, who, (tx) =>
    recordReview(tx, `every 12 months by ${who}`, {
      heldOn: londonDate(tx.now),
      body: post(who),
      minute: '6.1',
      found: 'It works. Staff report more, and sooner, than a year ago.',
      outcome: 'no-change',
      input: ['Figures, the comments of pupils and parents, and what cases taught'],
    }),
  )

async function secondVersion(as: As, on: Temporal.PlainDate): Promise<void> {
  await as(on, 'dsl', (tx) => beginDraft(tx))
  await as(on, 'dsl', (tx) =>
    editEntry(tx, {
      section: 'clause',
      entry: clause,
      change: {
        text: 'No worry is too small to tell. Nobody who tells is in trouble for telling, whatever they were doing online.',
      },
    }),
  )
  await asking(as, on.add({ days: 2 }))
  await as(on.add({ days: 21 }), 'dsl', (tx) =>
    submitDraft(tx, 'It is current, and the school council has read it with us.'),
  )
  await approving(as, on.add({ days: 25 }))
  await as(on.add({ days: 35 }), 'headteacher', (tx) => bringIntoForce(tx, londonDate(tx.now)))
}

async function asking(as: As, on: Temporal.PlainDate): Promise<void> {
  const closesOn = on.add({ days: 14 })
  const asks = {
    'any-staff': 'Is anything in the new version unclear in your work?',
    'any-pupil': 'Do you know what to do when something online worries you? What should we say better?',
    'any-parent': 'Is the policy clear to you? What is missing?',
    'any-governor': 'What would you change before you approve it?',
  }
  for (const [audience, ask] of Object.entries(asks))
    await as(on, 'dsl', (tx) => openConsultation(tx, { audience: post(audience), ask, closesOn }))
  const draft = await as(on, 'dsl', async (tx) => (await openDraft(tx))?.id ?? '')
  const said = [
    ['any-pupil', 'School council', 'Say that we are not in trouble if we tell, even when we were on the wrong page.'],
    ['any-parent', 'Parents at the October coffee morning', 'Please say whom we can ring after school.'],
    ['any-staff', 'Staff meeting', 'The new words are clear.'],
    ['any-governor', 'Board meeting', 'We would keep it as it is.'],
  ] as const
  for (const [audience, saidBy, words] of said)
    await as(on.add({ days: 6 }), 'dsl', (tx) =>
      addComment(tx, { draft, audience: post(audience), saidBy, words, clause: null, own: false }),
    )
  const comments = await as(on.add({ days: 15 }), 'dsl', (tx) => commentsOn(tx, draft))
  for (const { id, audience } of comments)
    await as(on.add({ days: 16 }), 'dsl', (tx) =>
      settleComment(
        tx,
        audience === 'any-pupil'
          ? { comment: id, outcome: 'changed', clause, words: 'That is now in the promise itself.' }
          : { comment: id, outcome: 'not-changed', clause: null, words: 'The policy says so already.' },
      ),
    )
}

async function approving(as: As, on: Temporal.PlainDate): Promise<void> {
  const meetingOn = on.add({ days: 6 })
  const take = (day: Temporal.PlainDate, who: string, step: string, { nth = 0, meeting = false } = {}) =>
    as(
      day,
      who,
      async (tx) => {
        const hash = (await openDraft(tx))?.content_hash ?? ''
        const minutes = meeting ? { meetingOn, minute: '7.2' } : { meetingOn: null, minute: null }
        await takeStep(tx, { step, hash, outcome: 'done', ...minutes, note: null })
      },
      nth,
    )
  await take(on, 'network-manager', 'technical-review')
  await take(on.add({ days: 1 }), 'headteacher', 'agreed')
  await take(on.add({ days: 1 }), 'senior-leader', 'agreed')
  await take(meetingOn, 'chair-of-governors', 'approved', { meeting: true })
  await take(meetingOn, 'safeguarding-governor', 'approved', { meeting: true })
}

/** The next version, begun last week: one change, one audience asked, one word that waits for an answer. */
async function thirdVersion(as: As, today: Temporal.PlainDate): Promise<void> {
  const on = today.subtract({ days: 6 })
  await as(on, 'dsl', (tx) => beginDraft(tx))
  await as(on, 'dsl', (tx) =>
    editEntry(tx, {
      section: 'clause',
      entry: 'trusted-adults-known',
      change: { child: 'You know three grown-ups you can tell. Their faces are on the wall.' },
    }),
  )
  const draft = await as(on, 'dsl', async (tx) => (await openDraft(tx))?.id ?? '')
  const ask = 'Do you know which grown-ups you can tell? How should we show you?'
  await as(on, 'dsl', (tx) =>
    openConsultation(tx, { audience: post('any-pupil'), ask, closesOn: today.add({ days: 14 }) }),
  )
  const words = 'Put their pictures where we hang our coats.'
  const said = { draft, audience: post('any-pupil'), saidBy: 'School council', words, clause: 'trusted-adults-known' }
  await as(today.subtract({ days: 2 }), 'dsl', (tx) => addComment(tx, { ...said, own: false }))
}
