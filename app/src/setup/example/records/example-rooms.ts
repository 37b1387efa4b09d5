import type { Temporal } from 'temporal-polyfill'
import type { RecordMaker } from './record-maker.js'

const classes = [
  'Primrose',
  'Campion',
  'Bramble',
  'Briar',
  'Hazel',
  'Holly',
  'Rowan',
  'Elder',
  'Maple',
  'Spindle',
  'Dogwood',
  'Damson',
  'Hawthorn',
  'Blackthorn',
]

export async function roomsAndPosters(
  maker: RecordMaker,
  begins: Temporal.PlainDate,
  autumn: Temporal.PlainDate,
): Promise<void> {
  const entries = [
    ...classes.map((name) => ({ name: `${name} classroom`, kind: 'classroom', internet: true })),
    { name: 'Computer room', kind: 'computer-room', internet: true },
    { name: 'Library', kind: 'shared', internet: true },
    { name: 'Hall', kind: 'shared', internet: false },
    { name: 'Staffroom', kind: 'staff', internet: true },
    { name: 'Office', kind: 'staff', internet: true },
  ]
  const ids = await maker.add({ register: 'rooms', day: begins, post: 'school-business-manager', entries })
  const titles = new Map(ids.map((id, place) => [id, entries[place]?.name ?? '']))
  const hung = ids.flatMap((room, place) => {
    const name = titles.get(room) ?? ''
    if (name === 'Library' || name === 'Hall') return []
    const seen = name === 'Damson classroom' ? autumn.subtract({ months: 14 }) : autumn
    const poster = name === 'Staffroom' ? 'policy' : place < 6 ? 'rules-ks1' : 'rules-ks2'
    const telling = { room, poster: 'bother', edition: 'September', seen: autumn }
    return [{ room, poster, edition: 'September', seen }, ...(name === 'Office' ? [] : [telling])]
  })
  await maker.add({ register: 'posters', day: autumn, post: 'dsl', entries: hung, titles })
}
