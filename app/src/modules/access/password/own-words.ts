/** Whose word it is, as the advice names it. */
export type OwnWordKind = 'your own name' | "your school's name" | 'a word that everybody at school would try'

/** Words that a stranger who knows the person or the school would try first. Full names; they are taken apart here. */
export interface Surroundings {
  /** The person's names and username. */
  readonly person: readonly string[]
  /** The school's name, town, classes, houses. */
  readonly school: readonly string[]
}

/** What everybody at any school would try, and the product's own name. */
const EVERYBODYS = (
  'school primary infant junior academy nursery reception teacher headteacher pupil class classroom playtime hometime ' +
  'autumnterm springterm summerterm safeguarding dsl password welcome changeme letmein hedgerow'
).split(' ')

/** Shorter pieces ("of", "St") are in too many harmless words. */
const SHORTEST = 3

/** The words in lower case, each with whose it is; a person's own name goes before the school's, that before everybody's. */
export function ownWords({ person, school }: Surroundings): ReadonlyMap<string, OwnWordKind> {
  const words = new Map<string, OwnWordKind>()
  for (const word of EVERYBODYS) words.set(word, 'a word that everybody at school would try')
  for (const word of school.flatMap(piecesOf)) if (!words.has(word)) words.set(word, "your school's name")
  for (const word of person.flatMap(piecesOf)) words.set(word, 'your own name')
  return words
}

/** "St Anne's C of E Primary" gives st-anne's pieces of three letters and more, and all of it written together. */
function piecesOf(name: string): readonly string[] {
  const pieces = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .split(/[^\p{L}\p{Nd}]+/u)
  return [...pieces, pieces.join('')].filter((piece) => piece.length >= SHORTEST)
}
