import type { Decision, Outcome, Profile, Question, Snapshot, SnapshotId, Who } from '../contract.js'
import { canonicalHost, type CanonicalHost, isHost } from '../canonical/host.js'
import type { Candidate } from '../decide/candidates.js'
import { explain, type Explained } from '../decide/explain.js'
import { outcomeWith } from '../decide/outcome.js'
import type { Policy } from '../policy.js'

const SHUT = outcomeWith('shut', 'block')
const HELP = outcomeWith('help', 'allow')

/** Help that a child can reach even when the filter has nothing to decide by, unless the caller names others. */
const HELP_HOSTS = ['childline.org.uk', 'ceop.police.uk', 'nspcc.org.uk', 'samaritans.org', 'giveusashout.org']

/**
 * What decides while there is no snapshot, or none that can be trusted: everything is blocked but help. It has no way to
 * be opened, so that no failure can be an opening.
 */
export function shutSnapshot(help: readonly string[] = HELP_HOSTS): Snapshot {
  return new ShutSnapshot(help)
}

class ShutSnapshot implements Snapshot, Explained {
  readonly id: SnapshotId = { number: 0, digest: '0'.repeat(64) }
  readonly compiledAt = 0
  readonly knowsSchoolDaysUntil = Infinity
  readonly entries = 0
  readonly buffer = new ArrayBuffer(0)
  readonly illegal = { suppliers: [], entries: 0 }
  readonly lists = []
  readonly policy: Policy
  readonly #decoder = new TextDecoder()

  constructor(help: readonly string[]) {
    this.policy = {
      format: 1,
      school: '',
      calendar: { terms: [], closed: [] },
      categories: [],
      groups: [],
      times: [],
      rules: [],
      help,
    }
  }

  profile(who: Who): Profile {
    return { who, voice: 'pupil', safeSearch: true }
  }

  outcomeOfName(name: Uint8Array, from: number, to: number): Outcome {
    return this.outcomeOfHost(this.#decoder.decode(name.slice(from, Math.min(to, from + 1025))))
  }

  outcomeOfHost(host: string): Outcome {
    const found = canonicalHost(host)
    return isHost(found) && this.#helpOf(found) !== null ? HELP : SHUT
  }

  outcomeOfUrl(url: string): Outcome {
    return URL.canParse(url) ? this.outcomeOfHost(new URL(url).hostname) : SHUT
  }

  decide(question: Question): Decision {
    return explain(this, question, this.profile(question.who))
  }

  candidates(found: CanonicalHost): readonly Candidate[] {
    const none = { category: -1, list: -1, rule: -1, depth: 0, within: 0, beaten: false }
    const shut: Candidate = { ...none, layer: 'shut', verdict: 'block', matched: null }
    const help = this.#helpOf(found)
    return help === null ? [shut] : [{ ...none, layer: 'help', verdict: 'allow', matched: help }]
  }

  categoriesOf(): readonly [] {
    return []
  }

  supplierOf(): null {
    return null
  }

  rewrite(): null {
    return null
  }

  rewriteOfHost(): null {
    return null
  }

  categoryOf(): null {
    return null
  }

  hosts(): readonly string[] {
    return this.policy.help
  }

  score(): readonly [] {
    return []
  }

  #helpOf({ host }: CanonicalHost): string | null {
    return this.policy.help.find((each) => host === each || host.endsWith(`.${each}`)) ?? null
  }
}
