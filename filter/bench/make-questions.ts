import { domainMaker } from './make-domains.js'
import { randomFrom } from './random.js'

/** Questions one after another in one array of bytes, as a name server meets them: question i is bytes starts[i]..starts[i + 1]. */
export interface Questions {
  readonly bytes: Uint8Array
  readonly starts: Uint32Array
  readonly texts: readonly string[]
}

/**
 * The mix of the issue: 70 % misses, 20 % hosts below a listed name, 10 % listed names; and which ones follows Zipf, as
 * in a school where everybody opens the same few sites.
 */
export function makeQuestions(listed: readonly string[], count: number, start = 7): Questions {
  const random = randomFrom(start)
  const misses = makeMisses(listed, Math.min(count, 200_000), start + 1).map((name) =>
    random() < 0.6 ? `www.${name}` : name,
  )
  const zipf = (size: number): number => Math.floor(size ** random()) - 1
  const prefixes = ['www', 'm', 'cdn', 'static', 'img1', 'api', 'login', 'a.b']
  const texts = Array.from({ length: count }, () => {
    const kind = random()
    if (kind < 0.7) return misses[zipf(misses.length)] ?? ''
    // Spread over the whole list: its order says nothing about how often a name is asked.
    const name = listed[(zipf(listed.length) * 7919) % listed.length] ?? ''
    return kind < 0.9 ? `${prefixes[Math.floor(random() * prefixes.length)]}.${name}` : name
  })
  return { ...inOneArray(texts), texts }
}

/** Names of which nothing is on the list. Both makers like the same words: without a look every sixth "miss" was a hit. */
function makeMisses(listed: readonly string[], count: number, start: number): readonly string[] {
  const made = Array.from({ length: count }, domainMaker(start))
  const looked = new Set(made.flatMap(withAllAbove))
  const found = new Set(listed.filter((name) => looked.has(name)))
  return made.filter((name) => !withAllAbove(name).some((each) => found.has(each)))
}

/** For www.example.org also example.org and org. */
const withAllAbove = (name: string): readonly string[] =>
  name.split('.').map((_, label, labels) => labels.slice(label).join('.'))

function inOneArray(texts: readonly string[]): { bytes: Uint8Array; starts: Uint32Array } {
  const bytes = new Uint8Array(texts.reduce((sum, text) => sum + text.length, 0))
  const starts = new Uint32Array(texts.length + 1)
  let at = 0
  for (const [number, text] of texts.entries()) {
    for (let step = 0; step < text.length; step++) bytes[at++] = text.charCodeAt(step)
    starts[number + 1] = at
  }
  return { bytes, starts }
}
