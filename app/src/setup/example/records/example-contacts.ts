import { Temporal } from 'temporal-polyfill'
import type { RecordMaker } from './record-maker.js'

export async function contacts(
  maker: RecordMaker,
  begins: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Promise<void> {
  await lately(maker, today)
  for (let day = begins.add({ weeks: 5 }); Temporal.PlainDate.compare(day, today) < 0; day = day.add({ weeks: 13 })) {
    const governor = Temporal.PlainDate.compare(day, today.subtract({ months: 6 })) < 0
    const entries = [
      {
        on: day,
        by: 'dsl',
        with: 'network-manager',
        person: null,
        about: 'What the filter stopped, and what it should not have',
        outcome: 'Looked at the figures together. Two sites for Year 6 to be opened.',
      },
      {
        on: day,
        by: 'dsl',
        with: 'local-authority',
        person: 'Education safeguarding desk',
        about: 'Network meeting of safeguarding leads',
        outcome: 'Notes are in the shared drive; nothing for us to change.',
      },
      ...(governor
        ? [
            {
              on: day,
              by: 'safeguarding-governor',
              with: 'dsl',
              person: null,
              about: 'Termly look at figures and promises',
              outcome: 'Agreed what goes to the governing body.',
            },
          ]
        : []),
    ]
    await maker.add({ register: 'liaison', day, post: 'dsl', entries })
  }
}

/** What keeps the shorter promises: the filter looked at each month, the provider and the headteacher heard this term. */
async function lately(maker: RecordMaker, today: Temporal.PlainDate): Promise<void> {
  const day = today.subtract({ days: 16 })
  const entries = [
    {
      on: day,
      by: 'dsl',
      with: 'network-manager',
      person: null,
      about: 'The month’s figures of the filter',
      outcome: 'One word list was too wide. Changed, and looked at again next month.',
    },
    {
      on: day,
      by: 'network-manager',
      with: 'filtering-provider',
      person: 'Service desk',
      about: 'A site for maps that was shut by mistake',
      outcome: 'Opened the same day.',
    },
    {
      on: day,
      by: 'headteacher',
      with: 'local-authority',
      person: 'School improvement adviser',
      about: 'What we spend on keeping children safe online',
      outcome: 'Agreed to keep the training day.',
    },
  ]
  await maker.add({ register: 'liaison', day, post: 'dsl', entries })
}
