import type { ImportProblem } from '../problem.js'
import { type ImportedResponsibility, type PersonKind, sourceKey } from '../roster.js'
import { checkRoster } from './check-roster.js'
import { type Gathering, lineKey } from './gathering.js'
import type { ImportedRoster, ImportSetting } from './import-setting.js'
import { present } from '../present.js'

/**
 * Parts what may be imported from what is withheld, and judges the first as a whole. Somebody is withheld when every line that
 * speaks of them is wrong; a link when its own line is wrong or either end is withheld.
 */
export function conclude(
  gathered: Gathering,
  kinds: ReadonlySet<PersonKind>,
  problems: readonly ImportProblem[],
  setting: ImportSetting,
): ImportedRoster {
  const wrong = new Set(problems.filter(({ severity }) => severity === 'wrong').map(lineKey))
  const withheld = withheldKeys(gathered, wrong)
  const people = [...gathered.people].filter(([key]) => !withheld.has(key)).map(([, person]) => person)
  const responsibilities = [...gathered.links.values()].filter((link) => standing(link, wrong, withheld))
  const coversResponsibilities = kinds.has('parent')
  const doubts = checkRoster({ people, responsibilities, coversResponsibilities }, setting)
  return {
    system: setting.system,
    whole: setting.whole,
    covers: [...kinds],
    coversResponsibilities,
    people,
    responsibilities,
    withheld,
    unidentified: [...wrong].filter((line) => !gathered.mentions.has(line)).length,
    problems: inOrder([...problems, ...doubts]),
  }
}

function withheldKeys({ mentions }: Gathering, wrong: ReadonlySet<string>): ReadonlySet<string> {
  const withheld = new Set<string>()
  const sound = new Set<string>()
  for (const [line, keys] of mentions) for (const key of keys) (wrong.has(line) ? withheld : sound).add(key)
  return new Set([...withheld].filter((key) => !sound.has(key)))
}

function standing(link: ImportedResponsibility, wrong: ReadonlySet<string>, withheld: ReadonlySet<string>): boolean {
  return !wrong.has(lineKey(link.at)) && !withheld.has(sourceKey(link.child)) && !withheld.has(sourceKey(link.adult))
}

/** What is wrong with a whole file first, then line by line, file by file in the order in which they were read. */
function inOrder(problems: readonly ImportProblem[]): readonly ImportProblem[] {
  const files = [...new Set(problems.map(({ file }) => file))]
  const place = new Map(files.map((file, at) => [file, at]))
  return problems.toSorted(
    (a, b) => present(place.get(a.file)) - present(place.get(b.file)) || (a.line ?? 0) - (b.line ?? 0),
  )
}
