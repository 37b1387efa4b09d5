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
import { whyLost } from './why-lost.js'

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
  const categories = from.categoriesOf(found, url)
  return toldAs(from, question, { found, path, ranked, categories, scores, supplier, profile })
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
  readonly supplier: string | null
  readonly profile: Profile
}

const NOTHING_READ: Omit<Story, 'profile'> = {
  found: null,
  path: null,
  ranked: [NOT_A_HOST],
  categories: [],
  scores: [],
  supplier: null,
}

function toldAs(
  from: Explained,
  question: Question,
  { found, path, ranked, categories, scores, supplier, profile }: Story,
): Decision {
  const host = found?.host ?? ''
  const decided = ranked[0] ?? NOT_A_HOST
  const { policy } = from
  const worded = byWords(decided.verdict, scores, policy, profile)
  const category = categoryOf(policy, decided, worded.category)
  const decidedBy = traceOf(from, decided, supplier)
  const lift = liftOf(decided, worded.verdict, category)
  const listTitle = supplier ?? titleAt(from.lists, decided.list)
  return {
    id: idOf(from.id, question, worded.verdict),
    snapshot: from.id,
    question,
    host,
    path,
    verdict: worded.verdict,
    layer: decided.layer,
    category: category?.id ?? null,
    categories,
    decidedBy,
    lost: ranked.slice(1).map((lost): LostRule => ({ ...traceOf(from, lost, null), why: whyLost(lost, decided) })),
    clause: decidedBy.clause,
    rewrite: strictness(worded.verdict) < 2 && found !== null ? from.rewriteOfHost(found, profile) : null,
    scores,
    lift,
    reasons: reasonsFor({ policy, host, verdict: worded.verdict, decided, category, listTitle, lift }),
  }
}

/** What the decision is about: the category that decided, or the one that the words found. */
const categoryOf = ({ categories }: Policy, decided: Candidate, words: CategoryId | null): Category | null =>
  categories[decided.category] ?? categories.find(({ id }) => id === words) ?? null

/** Words never open what an address shuts: of the two verdicts, the stricter holds. */
function byWords(
  verdict: Verdict,
  scores: readonly TextScore[],
  policy: Policy,
  { who }: Profile,
): { readonly verdict: Verdict; readonly category: string | null } {
  const words = policy.groups.find(({ id }) => id === who.group)?.words ?? {}
  let [worst, category]: [Verdict, string | null] = [verdict, null]
  for (const { category: about, score } of scores) {
    const { block = Infinity, flag = Infinity } = words[about] ?? {}
    const says: Verdict = score >= block ? 'block' : score >= flag ? 'flag' : 'allow'
    if (strictness(says) > strictness(worst)) [worst, category] = [says, about]
  }
  return { verdict: worst, category }
}

function traceOf({ policy, lists }: Explained, candidate: Candidate, supplier: string | null): RuleTrace {
  const rule = policy.rules[candidate.rule]
  const list = suppliedAt(lists, candidate.list)
  const builtIn = supplier === null ? `built-in:${candidate.layer}` : `supplier:${supplier}`
  return {
    rule: rule?.id ?? builtIn,
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
