import { Temporal } from 'temporal-polyfill'
import { roomsAndPosters } from './example-rooms.js'
import { suppliers } from './example-suppliers.js'
import { groups } from './example-groups.js'
import { checks } from './example-checks.js'
import { documents } from './example-documents.js'
import { contacts } from './example-contacts.js'
import type { RecordMaker } from './record-maker.js'

export async function exampleLists(
  maker: RecordMaker,
  begins: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Promise<void> {
  const september = Temporal.PlainDate.from({ year: today.year, month: 9, day: 8 })
  const autumn = Temporal.PlainDate.compare(september, today) < 0 ? september : september.subtract({ years: 1 })
  await roomsAndPosters(maker, begins, autumn)
  await suppliers(maker, begins, today)
  await groups(maker, begins, today)
  await checks(maker, today)
  await documents(maker, today)
  await contacts(maker, begins, today)
  await maker.add({
    register: 'help-sources',
    day: autumn,
    post: 'dsl',
    entries: [
      {
        title: 'Wealdshire family line',
        what: 'Talks with parents about anything at home, evenings too.',
        phone: '01632 960 180',
        web: null,
        for: ['parent'],
        checked: autumn,
      },
    ],
  })
}
