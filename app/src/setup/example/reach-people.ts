import { Temporal } from 'temporal-polyfill'
import { londonDate } from '../../kernel/calendar/london.js'
import type { PersonId } from '../../kernel/ids.js'
import { peopleOf } from '../../modules/people/index.js'
import { addReceipts, announceVersion, recordSession, versionInForce } from '../../modules/policy/index.js'
import { post } from './acting-as.js'
import type { As } from './acting-as.js'

/** Staff were given it and talked it through, three of them not; parents by letter; twelve of the classes this September. */
export async function reached(as: As, today: Temporal.PlainDate, on: Temporal.PlainDate): Promise<void> {
  const hash = await as(on, 'dsl', async (tx) => (await versionInForce(tx))?.hash ?? '')
  for (const [audience, channel] of [
    ['any-staff', 'meeting'],
    ['any-governor', 'meeting'],
    ['any-volunteer', 'meeting'],
    ['any-contractor', 'letter'],
    ['any-parent', 'letter'],
    ['any-pupil', 'meeting'],
  ] as const)
    await as(on, 'dsl', (tx) =>
      announceVersion(tx, { hash, audience: post(audience), channel, on: londonDate(tx.now) }),
    )
  await staffMeeting(as, on, hash)
  await classes(as, today, hash)
}

/** Those who were not at the meeting have still to say that they read it. */
async function staffMeeting(as: As, on: Temporal.PlainDate, hash: string): Promise<void> {
  const staff = await as(on, 'dsl', (tx) => peopleOf(tx, ['staff', 'governor']))
  const points =
    'What changes: nobody is in trouble for telling. Asked: what if a child was on a site they should not be on?'
  const session = {
    hash,
    audience: post('any-staff'),
    class_code: null,
    points,
    understood: null,
    kind: 'discussion',
  } as const
  await as(on.add({ days: 4 }), 'dsl', (tx) =>
    recordSession(tx, { ...session, held_on: londonDate(tx.now), present: staff.slice(3).map(({ id }) => id) }),
  )
  await as(on.add({ days: 9 }), 'dsl', (tx) =>
    addReceipts(tx, {
      hash,
      people: staff.slice(3).map(({ id }) => id),
      facts: ['read'],
      how: 'on paper',
      on: londonDate(tx.now),
    }),
  )
}

async function classes(as: As, today: Temporal.PlainDate, hash: string): Promise<void> {
  const september = Temporal.PlainDate.from({
    year: today.month >= 10 ? today.year : today.year - 1,
    month: 9,
    day: 16,
  })
  const pupils = await as(september, 'headteacher', (tx) => peopleOf(tx, ['pupil']))
  const met = [...Map.groupBy(pupils, ({ classCode }) => classCode ?? '')].filter(([code]) => code !== '').slice(2)
  for (const [code, children] of met)
    await as(september, 'headteacher', (tx) =>
      recordSession(
        tx,
        classSession(
          hash,
          code,
          children.map(({ id }) => id),
          londonDate(tx.now),
        ),
      ),
    )
}

const classSession = (hash: string, code: string, present: readonly PersonId[], held_on: Temporal.PlainDate) =>
  ({
    hash,
    kind: 'class',
    audience: post('any-pupil'),
    class_code: code,
    held_on,
    points: 'The sheet for children, read together',
    understood: 'They acted out putting the screen away and telling.',
    present,
  }) as const
