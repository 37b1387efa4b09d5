import type {
  Decision,
  LostRule,
  Profile,
  Provenance,
  Question,
  RuleTrace,
  SnapshotId,
  TextScore,
} from '../contract.js'
import { type CanonicalHost, canonicalHost, isHost } from '../canonical/host.js'
import { type CanonicalUrl, canonicalUrl } from '../canonical/url.js'
import { Sha256 } from '../illegal/sha256.js'
import type { Category, CategoryId, Policy, Verdict } from '../policy.js'
import { strictness } from '../policy/precedence.js'
import { searchTermOf } from '../search/safe-search.js'
import { hex } from '../snapshot/snapshot-file.js'
import type { Candidate } from './candidates.js'
import type { ListRow } from './list-row.js'
import { liftOf, reasonsFor } from './reasons.js'
import { byWords, heaviest, limitsOf, type Worded } from '../words/by-words.js'
import { LOST_TO_WORDS, whyLost } from './why-lost.js'

/** What a decision is explained from. The closed stand-in gives this too, with a policy that says nothing. */
export interface Explained {
  readonly id: SnapshotId
  readonly policy: Policy
  readonly lists: readonly ListRow[]
  /** Everything that has a say about an address, the strongest first: never empty. */
  candidates(found: CanonicalHost, url: CanonicalUrl | null, profile: Profile, at: number): readonly Candidate[]
  /** Every category that an address is in, whether a rule speaks about it or not. */
  categoriesOf(found: CanonicalHost, url: CanonicalUrl | null): readonly CategoryId[]
  /** The supplier whose list of illegal content has it, or null. */
  supplierOf(host: string, path: string | null): string | null
  rewriteOfHost(host: CanonicalHost, profile: Profile): Decision['rewrite']
  score(text: string, profile: Profile): readonly TextScore[]
}

const BUILT_IN: Provenance = { author: 'Hedgerow', approver: 'the policy in force', date: '' }
const NOT_A_HOST: Candidate = {
  layer: 'malformed',
  verdict: 'block',
  category: -1,
  list: -1,
  rule: -1,
  depth: 0,
  matched: null,
  within: 0,
  beaten: false,
}
const ILLEGAL: Candidate = { ...NOT_A_HOST, layer: 'illegal' }

/** The whole story of one question: the same answer as the hot path gives, with everything that led to it. */
export function explain(from: Explained, question: Question, profile: Profile): Decision {
  const read = readTarget(question)
  if (read === null) return toldAs(from, question, { ...NOTHING_READ, profile })
  const { found, url } = read
  const path = url?.path ?? null
  const supplier = from.supplierOf(found.host, path)
  const others = from.candidates(found, url, profile, question.at)
  const ranked = supplier === null ? others : [ILLEGAL, ...others]
  const text = question.text ?? (path === null ? null : searchTermOf(found.host, path))
  const scores = text === null ? [] : from.score(text, profile)
  const words = byWords(byAddressOf({ ranked }), scores, limitsOf(from.policy, profile) ?? {})
  const categories = from.categoriesOf(found, url)
  return toldAs(from, question, { found, path, ranked, categories, scores, words, supplier, profile })
}

/** A host alone, or a whole URL; null for what is neither. */
function readTarget({ kind, target }: Question): { found: CanonicalHost; url: CanonicalUrl | null } | null {
  if (kind === 'dns' || kind === 'connect') {
    const found = canonicalHost(target)
    return isHost(found) ? { found, url: null } : null
  }
  const url = canonicalUrl(target)
  return isHost(url) ? { found: url, url } : null
}

interface Story {
  readonly found: CanonicalHost | null
  readonly path: string | null
  readonly ranked: readonly Candidate[]
  readonly categories: readonly CategoryId[]
  readonly scores: readonly TextScore[]
  /** What the words ask for, where it is stricter than what the address gets. */
  readonly words: Worded | null
  readonly supplier: string | null
  readonly profile: Profile
}

const NOTHING_READ: Omit<Story, 'profile'> = {
  found: null,
  path: null,
  ranked: [NOT_A_HOST],
  categories: [],
  scores: [],
  words: null,
  supplier: null,
}

function toldAs(from: Explained, question: Question, story: Story): Decision {
  const { found, path, categories, scores, words, supplier } = story
  const host = found?.host ?? ''
  const { policy } = from
  const decided = words === null ? byAddressOf(story) : candidateOf(words, policy)
  const { verdict, layer } = decided
  const category = policy.categories[decided.category] ?? null
  const decidedBy = traceOf(from, decided, nameOf(story))
  const lift = liftOf(decided, category)
  const listTitle = supplier ?? titleAt(from.lists, decided.list)
  return {
    id: idOf(from.id, question, verdict),
    snapshot: from.id,
    question,
    host,
    path,
    verdict,
    layer,
    category: category?.id ?? null,
    categories,
    decidedBy,
    lost: lostTo(from, story),
    clause: decidedBy.clause,
    rewrite: strictness(verdict) < 2 ? rewriteFor(from, story) : null,
    scores,
    lift,
    reasons: reasonsFor({ policy, host, decided, category, listTitle, lift, words }),
  }
}

const byAddressOf = ({ ranked }: Pick<Story, 'ranked'>): Candidate => ranked[0] ?? NOT_A_HOST

/** What else had a say, and why it did not decide. */
function lostTo(from: Explained, story: Story): readonly LostRule[] {
  const { ranked, words } = story
  const byAddress = byAddressOf(story)
  return (words === null ? ranked.slice(1) : ranked).map((lost) => ({
    ...traceOf(from, lost, null),
    why: lost === byAddress ? LOST_TO_WORDS : whyLost(lost, byAddress),
  }))
}

const rewriteFor = (from: Explained, { found, profile }: Story): Decision['rewrite'] =>
  found === null ? null : from.rewriteOfHost(found, profile)

/** Words as something that decides, to stand beside what the address has. */
const candidateOf = ({ verdict, score }: Worded, { categories }: Policy): Candidate => ({
  ...NOT_A_HOST,
  layer: 'words',
  verdict,
  category: categories.findIndex(({ id }) => id === score.category),
  matched: heaviest(score)?.words ?? null,
})

/** What decided, where no rule of the policy's did; null where it is built in. */
function nameOf({ words, supplier }: Story): string | null {
  if (words !== null) return heaviest(words.score)?.rule ?? null
  return supplier === null ? null : `supplier:${supplier}`
}

function traceOf({ policy, lists }: Explained, candidate: Candidate, name: string | null): RuleTrace {
  const rule = policy.rules[candidate.rule]
  const list = suppliedAt(lists, candidate.list)
  return {
    rule: rule?.id ?? name ?? `built-in:${candidate.layer}`,
    layer: candidate.layer,
    verdict: candidate.verdict,
    category: idAt(policy.categories, candidate.category),
    list: list === null ? null : list.id,
    matched: candidate.matched === '' ? null : candidate.matched,
    clause: rule?.clause ?? null,
    provenance: provenanceOf(rule ?? list ?? adoptedBy(policy)),
  }
}

const idAt = (categories: readonly Category[], number: number): CategoryId | null => categories[number]?.id ?? null

const titleAt = (lists: readonly ListRow[], number: number): string | null => lists[number]?.title ?? null

function suppliedAt(lists: readonly ListRow[], number: number): ListRow | null {
  const row = lists[number]
  return row?.kind === 'supplied' ? row : null
}

/** Who stands behind what the policy does without a rule. */
const adoptedBy = ({ adopted }: Policy): Provenance => adopted ?? BUILT_IN

const provenanceOf = ({ author, approver, date }: Provenance): Provenance => ({ author, approver, date })

/**
 * `<snapshot number>-<32 hexadecimal digits>`. It holds nothing of the question, so that it may stand in a link; who has
 * the question from the log and the snapshot works it out again and sees that they belong together.
 */
function idOf(snapshot: SnapshotId, { kind, target, who, at, text }: Question, verdict: Verdict): string {
  const asked = [
    snapshot.digest,
    kind,
    target,
    who.group,
    who.person ?? null,
    [...(who.classes ?? [])].toSorted(),
    who.device ?? null,
    who.place ?? null,
    at,
    text ?? null,
    verdict,
  ]
  const bytes = new TextEncoder().encode(JSON.stringify(asked))
  return `${snapshot.number}-${hex(new Sha256().hash(bytes, 0, bytes.length)).slice(0, 32)}`
}
