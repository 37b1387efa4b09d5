import type { Temporal } from 'temporal-polyfill'
import { only } from './record-maker.js'
import type { RecordMaker } from './record-maker.js'

export async function checks(maker: RecordMaker, today: Temporal.PlainDate): Promise<void> {
  const staff = maker.members('any-staff')
  const late = maker.holder('website-editor')
  const entries = staff.slice(0, -1).map((person, place) => {
    const until = person === late ? today.subtract({ days: 12 }) : today.add({ days: 45 + place * 25 })
    return {
      person: only(person),
      kind: 'dbs',
      issued: until.subtract({ years: 3 }),
      until,
      seenBy: 'School business manager',
      number: `00160000${1000 + place}`,
    }
  })
  const engineer = maker.members('any-contractor')[1]
  const agreement = engineer
    ? [
        {
          person: only(engineer),
          kind: 'service-agreement',
          issued: today.subtract({ months: 10 }),
          until: today.add({ months: 14 }),
          seenBy: 'School business manager',
          number: null,
        },
      ]
    : []
  await maker.add({
    register: 'checks',
    day: today.subtract({ months: 5 }),
    post: 'school-business-manager',
    entries: [...entries, ...agreement],
  })
}
