import { randomFrom } from './random.js'

/**
 * Names such as real category lists hold: two words run together, a word and figures, invented words, blogs below a
 * shared host, the odd machine-made label; mostly .com. They are sixteen to seventeen bytes long on average, like the large public lists.
 */
const WORDS =
  'best free live game play shop blue red green news video photo mail home world star club life love time day night city girl boy man music movie film book sport bet win casino poker slot card bank cash loan money credit car auto moto travel hotel flight tour beach sun sea ski snow mountain garden flower tree dog cat pet horse bird fish food pizza cook kitchen wine beer coffee tea health fit doctor clinic dental skin hair beauty fashion style dress shoe bag watch gold silver diamond art design web net soft tech data cloud host server code app mobile phone tablet print photo pixel media studio radio tv stream chat talk meet date match friend social blog forum wiki learn school study math science history story fun joke meme cool crazy wild hot sexy super mega ultra max pro plus prime top first fast quick easy smart clever magic secret hidden dark light bright white black pink purple angel devil dragon lion tiger wolf bear eagle king queen prince royal crown castle tower bridge road street park lake river island'.split(
    ' ',
  )
const SYLLABLES =
  'ba be bi bo bu ca ce co da de di do fa fe fi fo ga ge go ha he hi ho ja je jo ka ke ki ko la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo wa we wi xa ya yo za ze zi zo ster ton ley son ing er an en on ix ex'.split(
    ' ',
  )
const ENDINGS: readonly (readonly [string, number])[] = [
  ['com', 52],
  ['net', 7],
  ['org', 6],
  ['ru', 5],
  ['de', 4],
  ['co.uk', 3],
  ['info', 3],
  ['fr', 2],
  ['pl', 2],
  ['it', 2],
  ['nl', 2],
  ['xyz', 3],
  ['top', 2],
  ['jp', 1],
  ['com.br', 1],
  ['eu', 1],
  ['biz', 1],
  ['tv', 1],
  ['me', 1],
  ['online', 1],
]
const SHARED = ['blogspot.com', 'wordpress.com', 'tumblr.com', 'livejournal.com', 'weebly.com', 'github.io']

/** Makes one name after another; nothing is promised about repeats. */
export function domainMaker(start: number): () => string {
  const random = randomFrom(start)
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? ''
  const syllables = (count: number): string => Array.from({ length: count }, () => pick(SYLLABLES)).join('')
  const ending = (): string => {
    let left = random() * 100
    for (const [text, share] of ENDINGS) if ((left -= share) < 0) return text
    return 'com'
  }
  const label = (): string => {
    const kind = random()
    if (kind < 0.3) return pick(WORDS) + pick(WORDS) + (random() < 0.3 ? pick(WORDS) : '')
    if (kind < 0.45) return pick(WORDS) + syllables(2)
    if (kind < 0.6) return pick(WORDS) + Math.floor(random() * 10_000)
    if (kind < 0.85) return syllables(3 + Math.floor(random() * 3))
    if (kind < 0.95) return `${pick(WORDS)}-${pick(WORDS)}${random() < 0.4 ? `-${syllables(2)}` : ''}`
    return Math.floor(random() * 2 ** 40).toString(36)
  }
  return () => {
    const kind = random()
    if (kind < 0.08) return `${label()}.${pick(SHARED)}`
    if (kind < 0.14) return `${random() < 0.5 ? 'www' : syllables(2)}.${label()}.${ending()}`
    return `${label()}.${ending()}`
  }
}

/** So many different names. */
export function makeDomains(count: number, start = 20_261_126): readonly string[] {
  const make = domainMaker(start)
  const seen = new Set<string>()
  while (seen.size < count) seen.add(make())
  return [...seen]
}
