import type { Temporal } from 'temporal-polyfill'
import type { PersonId } from '../../../kernel/ids.js'
import { only } from './record-maker.js'
import type { RecordMaker } from './record-maker.js'

const groupsThere = [
  [
    'Online safety group',
    'online-safety-group',
    'committee',
    'Looks after this policy and hears of what happened, each term.',
  ],
  ['School council', 'school-council', 'pupils', 'Says what children think of our rules.'],
  [
    'People who may share files outside',
    'file-sharing',
    'nominated',
    'May send files to other schools by the approved route.',
  ],
] as const

/** Three groups and who sits in them; one term of office runs out soon. */
export async function groups(maker: RecordMaker, begins: Temporal.PlainDate, today: Temporal.PlainDate): Promise<void> {
  const entries = groupsThere.map(([name, code, kind, purpose]) => ({ name, code, kind, purpose }))
  const ids = await maker.add({ register: 'groups', day: today.subtract({ months: 4 }), post: 'dsl', entries })
  const titles = new Map(ids.map((id, place) => [id, entries[place]?.name ?? '']))
  const [group, council, sharing] = ids
  const member = (person: PersonId, more: object) => ({
    group,
    person: only(person),
    seat: null,
    chair: false,
    nominatedBy: null,
    from: begins,
    until: null,
    ...more,
  })
  const seat = (post: string) => member(maker.holder(post), { seat: post, chair: post === 'dsl' })
  const year = {
    group: council,
    nominatedBy: 'Their class',
    from: today.subtract({ months: 2 }),
    until: today.add({ months: 8 }),
  }
  const pupils = maker.members('any-pupil').filter((_, place) => place % 120 === 40)
  const members = [
    ...['dsl', 'network-manager', 'safeguarding-governor', 'computing-lead'].map(seat),
    ...pupils.map((person, place) => member(person, { ...year, chair: place === 0 })),
    member(maker.holder('school-business-manager'), {
      group: sharing,
      nominatedBy: 'Headteacher',
      until: today.add({ months: 1 }),
    }),
  ]
  await maker.add({
    register: 'group-members',
    day: today.subtract({ months: 2 }),
    post: 'dsl',
    entries: members,
    titles,
  })
}
