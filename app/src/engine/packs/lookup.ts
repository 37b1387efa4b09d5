import type { Procedure } from '../procedures/procedure.js'
import type { PostId } from '../../kernel/ids.js'
import type { Pack } from './pack.js'
import type {
  Agency,
  Agreement,
  Audience,
  Clause,
  Clock,
  Conflict,
  Part,
  Post,
  Question,
  Risk,
} from './schema/sections.js'

/** Makes a look-up by id that indexes each pack once; packs are frozen, so an index never goes stale. */
function finder<Entry>(entries: (pack: Pack) => readonly Entry[], idOf: (entry: Entry) => string) {
  const indexes = new WeakMap<Pack, ReadonlyMap<string, Entry>>()
  return (pack: Pack, id: string): Entry | undefined => {
    const index = indexes.get(pack) ?? new Map(entries(pack).map((entry) => [idOf(entry), entry]))
    indexes.set(pack, index)
    return index.get(id)
  }
}

const byId = (entry: { readonly id: string }): string => entry.id

/** Every clause, in the order of the policy. */
export const clausesOf = (pack: Pack): readonly Clause[] => pack.parts.flatMap(({ clauses }) => clauses)

export const postOf: (pack: Pack, id: string) => Post | undefined = finder((pack) => pack.posts, byId)
export const audienceById: (pack: Pack, id: string) => Audience | undefined = finder((pack) => pack.audiences, byId)
export const clauseOf: (pack: Pack, id: string) => Clause | undefined = finder(clausesOf, byId)
export const clockOf: (pack: Pack, id: string) => Clock | undefined = finder((pack) => pack.clocks, byId)
export const agencyOf: (pack: Pack, id: string) => Agency | undefined = finder((pack) => pack.agencies, byId)
export const riskOf: (pack: Pack, id: string) => Risk | undefined = finder((pack) => pack.risks, byId)
/** A kind of risk as concerns keep it, 'conduct' and 'online-bullying'. */
export const subtypeOf = (pack: Pack, { risk, subtype }: { readonly risk: string; readonly subtype: string }) =>
  riskOf(pack, risk)?.subtypes.find(({ id }) => id === subtype)
export const agreementOf: (pack: Pack, id: string) => Agreement | undefined = finder((pack) => pack.agreements, byId)
export const questionOf: (pack: Pack, id: string) => Question | undefined = finder((pack) => pack.questions, byId)
export const procedureOf: (pack: Pack, id: string) => Procedure | undefined = finder((pack) => pack.procedures, byId)
export const partOf: (pack: Pack, part: string) => Part | undefined = finder(
  (pack) => pack.parts,
  ({ part }) => part,
)

/** The title of a post or audience, for a sentence; the id itself when the pack has neither (an old record's post). */
export const titleOfPost = (pack: Pack, id: string): string =>
  postOf(pack, id)?.title ?? audienceById(pack, id)?.title ?? id

/**
 * The conflict rule for a concern about somebody who holds these posts and belongs to these audiences, or nothing when
 * the ordinary route stands. A rule about a post comes before one about an audience, whatever the order in the file.
 */
export function conflictFor(pack: Pack, postsAndAudiences: readonly PostId[]): Conflict | undefined {
  const fitting = pack.conflicts.filter(({ about }) => postsAndAudiences.includes(about))
  return fitting.find(({ about }) => postOf(pack, about) !== undefined) ?? fitting[0]
}

/** The clauses that each mechanism keeps, in the order of the policy. */
const keptByMechanism = new WeakMap<Pack, ReadonlyMap<string, readonly Clause[]>>()

/** The clauses that one of these mechanisms keeps, in the order of the policy. */
export function clausesKeptBy(pack: Pack, mechanisms: readonly string[]): readonly Clause[] {
  const index = keptByMechanism.get(pack) ?? indexByMechanism(pack)
  keptByMechanism.set(pack, index)
  if (mechanisms.length === 1) return index.get(mechanisms[0] ?? '') ?? []
  const kept = new Set(mechanisms.flatMap((mechanism) => index.get(mechanism) ?? []))
  return clausesOf(pack).filter((clause) => kept.has(clause))
}

function indexByMechanism(pack: Pack): ReadonlyMap<string, readonly Clause[]> {
  const pairs = clausesOf(pack).flatMap((clause) =>
    [...new Set(clause.keptBy.map(({ mechanism }) => mechanism))].map((mechanism) => ({ mechanism, clause })),
  )
  const grouped = Map.groupBy(pairs, ({ mechanism }) => mechanism)
  return new Map([...grouped].map(([mechanism, group]) => [mechanism, group.map(({ clause }) => clause)]))
}
