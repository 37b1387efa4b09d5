import { FiltersEngine, Request } from '@ghostery/adblocker'
import { openSnapshot } from '../engine/src/index.js'
import { asLists, AT, benchSeal, compiled, fileOf } from './bench-school.js'
import { figure, type Figure } from './figures.js'
import { makeRules } from './make-rules.js'
import { beside, leastTime } from './processor-time.js'

/** Whole decisions about URLs, by rules of Adblock lists that are about more than a host, beside an ad blocker's engine. */
export async function measurePatterns(count: number): Promise<readonly Figure[]> {
  const { rules, urls } = makeRules(count)
  const decides = await ourDecisions(rules)
  const engine = FiltersEngine.parse(rules.join('\n'))
  const theirs = (url: string): boolean => engine.match(Request.fromRawDetails({ url, type: 'main_frame' })).match
  const differ = urls.filter((url) => decides(url) !== theirs(url))
  if (differ.length > 0 || !urls.some(theirs))
    throw new Error(`The two say different things about ${differ.slice(0, 3).join()}`)
  const rate = (says: (url: string) => boolean) => () => {
    let found = 0
    const took = leastTime(2, () => {
      for (const url of urls) found += Number(says(url))
    })
    if (found === 0) throw new Error('Nothing was found')
    return urls.length / took
  }
  const title = `${rules.length.toLocaleString('en-GB')} Adblock rules`
  return [
    figure(`${title}: a decision about a URL`, 1000 / rate(decides)(), ' µs'),
    figure(`${title}: of Ghostery's engine`, beside(rate(decides), rate(theirs)), ' times', { atLeast: 1 }),
  ]
}

/** Whether a URL is blocked for staff, by these rules alone. */
async function ourDecisions(rules: readonly string[]): Promise<(url: string) => boolean> {
  const lists = asLists([])
    .slice(0, 1)
    .map((list) => ({ ...list, format: 'adblock' as const, files: [fileOf(rules)] }))
  const snapshot = openSnapshot(await compiled(lists, rules.length), benchSeal)
  const profile = snapshot.profile({ group: 'staff' })
  const unlisted = snapshot.outcomeOfUrl('https://nowhere.example/', profile, AT)
  return (url) => snapshot.outcomeOfUrl(url, profile, AT) !== unlisted
}
