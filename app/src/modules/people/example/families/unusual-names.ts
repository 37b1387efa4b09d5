import type { ExamplePerson } from '../example-person.js'
import { present } from '../../import/present.js'

/** Names as families write them, given to the first pupil with such a surname. One has one name only, as in several traditions. */
const AS_WRITTEN: readonly {
  readonly families: readonly string[]
  readonly name: Pick<ExamplePerson, 'given' | 'family'>
}[] = [
  {
    families: ['Hlodiuk', 'Kalynchyk', 'Barvinets', 'Shypshynko', 'Lishchynko', 'Terenyuk'],
    name: { given: 'Соломія', family: 'Калинчик' },
  },
  {
    families: ['Shanzha', 'Zhenzi', 'Dongqing', 'Jinyin', 'Qiangwei', 'Zhulin'],
    name: { given: '小雨', family: '山楂' },
  },
  {
    families: ['Malligaiyan', 'Kamalwala', 'Champakia', 'Gulmoharia', 'Neempatti'],
    name: { given: 'Kavinila', family: null },
  },
]

/** Gives the school what every school has and software forgets: two pupils of one name, other scripts, a child with one name. */
export function unusualNames(pupils: readonly ExamplePerson[]): readonly ExamplePerson[] {
  return AS_WRITTEN.reduce((named, { families, name }) => {
    const place = named.findIndex(({ family }) => family !== null && families.includes(family))
    return place < 0 ? named : named.with(place, { ...present(named[place]), ...name, knownAs: null })
  }, withNamesakes(pupils))
}

function withNamesakes(pupils: readonly ExamplePerson[]): readonly ExamplePerson[] {
  for (const [place, pupil] of pupils.entries()) {
    const other = pupils.findIndex(
      ({ family, classCode, year }, at) =>
        at > place && family === pupil.family && classCode !== pupil.classCode && year !== pupil.year,
    )
    if (other > place)
      return pupils.with(other, { ...present(pupils[other]), given: pupil.given, knownAs: pupil.knownAs ?? null })
  }
  return pupils
}
