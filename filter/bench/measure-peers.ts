import { DnsEngine, RuleStorage, StringRuleList } from '@adguard/tsurlfilter'
import { FiltersEngine, Request } from '@ghostery/adblocker'
import { figure, type Figure } from './figures.js'
import type { Questions } from './make-questions.js'
import { beside, leastTime } from './processor-time.js'

/** So many of the questions are asked of a peer: they take microseconds each. */
const ASKED = 20_000

/** What else a programmer would reach for, on the same names and questions in the same run. */
export function measurePeers(
  names: readonly string[],
  questions: Questions,
  ours: () => number,
  title: string,
): Promise<readonly Figure[]> {
  const some = questions.texts.slice(0, ASKED)
  const rules = names.map((name) => `||${name}^`).join('\n')
  return Promise.resolve([
    figure(`${title}: of a JavaScript Set of suffixes`, beside(ours, setRate(names, questions.texts)), ' times', {
      atLeast: 4,
    }),
    figure(`${title}: of Ghostery's engine`, beside(ours, ghosteryRate(rules, some)), ' times', { atLeast: 40 }),
    figure(`${title}: of AdGuard's tsurlfilter`, beside(ours, adGuardRate(rules, some)), ' times', { atLeast: 40 }),
  ])
}

function setRate(names: readonly string[], texts: readonly string[]): () => number {
  const listed = new Set(names)
  return () => {
    let found = 0
    const took = leastTime(2, () => {
      for (const text of texts) {
        for (let at = 0; ;) {
          if (listed.has(text.slice(at))) found++
          const dot = text.indexOf('.', at)
          if (dot < 0) break
          at = dot + 1
        }
      }
    })
    if (found === 0) throw new Error('The Set found nothing')
    return texts.length / took / 1000
  }
}

function ghosteryRate(rules: string, texts: readonly string[]): () => number {
  const engine = FiltersEngine.parse(rules)
  return () => {
    let found = 0
    // A question arrives as a name, for it as for us: taking the name apart is part of its answer.
    const took = leastTime(2, () => {
      for (const host of texts)
        if (engine.match(Request.fromRawDetails({ url: `https://${host}/`, type: 'main_frame' })).match) found++
    })
    if (found === 0) throw new Error('Ghostery found nothing')
    return texts.length / took / 1000
  }
}

function adGuardRate(rules: string, texts: readonly string[]): () => number {
  const engine = new DnsEngine(new RuleStorage([new StringRuleList(1, rules)]))
  return () => {
    let found = 0
    const took = leastTime(2, () => {
      for (const host of texts) if (engine.match(host).basicRule !== null) found++
    })
    // Seen with 100,000 rules and more in one list: it answers quickly and finds nothing, which is no figure.
    if (found === 0) return NaN
    return texts.length / took / 1000
  }
}
