import type { Procedure } from '../../procedures/procedure.js'
import type { Pack } from '../pack.js'
import type { Agreement, Clause, Post, Risk } from '../schema/sections.js'

/** What a name in a pack may stand for. */
export type Kind =
  | 'post'
  | 'post or audience'
  | 'agency'
  | 'risk'
  | 'clock'
  | 'procedure'
  | 'question'
  | 'law'
  | 'agreement'
  | 'key message'
  | 'technology'
  | 'mechanism'
  | 'requirement'
  | 'permission'

/** One name used in a pack: what it should stand for, who uses it, and where. */
export interface Reference {
  readonly kind: Kind
  readonly id: string
  /** 'clause "report-at-once"'. */
  readonly user: string
  readonly on: object
  readonly key: string | number
}

/** Every name a pack uses. A new field that holds ids is added here and is checked from then on. */
export function referencesIn(pack: Pack): readonly Reference[] {
  return [
    ...pack.posts.flatMap(fromPost),
    ...pack.audiences.flatMap(({ id, powers }) => each('permission', `audience "${id}"`, powers)),
    ...fromRouting(pack),
    ...fromClocks(pack),
    ...fromSignIn(pack),
    ...fromAdoption(pack),
    ...each('procedure', 'the list of procedures in which parents are always told', pack.parentsInformed.automaticFor),
    ...pack.risks.flatMap(fromRisk),
    ...pack.agencies.flatMap(({ id, before }) => each('agency', `agency "${id}"`, before)),
    ...clausesIn(pack).flatMap(fromClause),
    ...pack.agreements.flatMap(fromAgreement),
    ...pack.gate.flatMap(({ id, for: whom }) => each('post or audience', `gate rule "${id}"`, whom)),
    ...fromSources(pack),
    ...pack.procedures.flatMap(fromProcedure),
  ]
}

export const clausesIn = (pack: Pack): readonly Clause[] => pack.parts.flatMap(({ clauses }) => clauses)

const each = (kind: Kind, user: string, ids: readonly string[] = []): readonly Reference[] =>
  ids.map((id, index) => ({ kind, id, user, on: ids, key: index }))

const fromRisk = ({ subtypes }: Risk): readonly Reference[] =>
  subtypes.flatMap((subtype) =>
    subtype.procedure === undefined
      ? []
      : [
          {
            kind: 'procedure' as const,
            id: subtype.procedure,
            user: `sub-type "${subtype.id}"`,
            on: subtype,
            key: 'procedure',
          },
        ],
  )

function fromPost(post: Post): readonly Reference[] {
  const user = `post "${post.id}"`
  return [...each('post', user, post.deputies), ...each('permission', user, post.powers)]
}

function fromRouting({ routing, conflicts }: Pack): readonly Reference[] {
  const orders = [routing.first, routing.urgentAlso, routing.child, routing.public]
  return [
    ...orders.flatMap((order) => each('post', 'the routing', order)),
    ...conflicts.flatMap((rule) => {
      const user = `conflict "${rule.id}"`
      return [
        { kind: 'post or audience' as const, id: rule.about, user, on: rule, key: 'about' },
        ...[rule.to, rule.inform, rule.withdrawn].flatMap((posts) => each('post', user, posts)),
        ...each('agency', user, rule.agencies),
      ]
    }),
  ]
}

function fromClocks({ clocks }: Pack): readonly Reference[] {
  return clocks.flatMap(({ id, escalate = [] }) =>
    escalate.map((step) => ({ kind: 'post' as const, id: step.to, user: `clock "${id}"`, on: step, key: 'to' })),
  )
}

const fromSignIn = ({ signIn }: Pack): readonly Reference[] =>
  each('post', 'the list of posts that need a second factor', signIn.secondFactorFor)

function fromAdoption({ adoption }: Pack): readonly Reference[] {
  const user = 'the way this policy is adopted'
  return [
    { kind: 'post', id: adoption.owner, user, on: adoption, key: 'owner' },
    ...each('post or audience', user, adoption.consult),
    ...each('post or audience', user, adoption.discuss),
    ...adoption.steps.flatMap(({ id, by }) => each('post or audience', `adoption step "${id}"`, by)),
  ]
}

function fromAgreement(agreement: Agreement): readonly Reference[] {
  const user = `agreement "${agreement.id}"`
  return [
    ...(['countersign', 'suitable'] as const).flatMap((key) => {
      const id = agreement[key]
      return id === undefined ? [] : [{ kind: 'post' as const, id, user, on: agreement, key }]
    }),
    ...agreement.clauses.flatMap(({ id, says, covers }) => [
      ...each('key message', `${user}, clause "${id}"`, says),
      ...each('technology', `${user}, clause "${id}"`, covers),
    ]),
  ]
}

function fromClause(clause: Clause): readonly Reference[] {
  const user = `clause "${clause.id}"`
  return [
    ...each('post or audience', user, clause.posts),
    ...clause.keptBy.flatMap((keeper) => [
      { kind: 'mechanism' as const, id: keeper.mechanism, user, on: keeper, key: 'mechanism' },
      ...Object.entries(PARAMETERS).flatMap(([name, kind]) => fromParameter(kind, user, keeper.with, name)),
    ]),
  ]
}

/** Parameters whose values are ids of the pack, whichever mechanism takes them. */
const PARAMETERS: Readonly<Record<string, Kind>> = {
  post: 'post',
  posts: 'post',
  owner: 'post',
  approver: 'post',
  reviewer: 'post',
  receiver: 'post',
  escalate: 'post',
  audience: 'post or audience',
  'read-by': 'post or audience',
  question: 'question',
  clock: 'clock',
  agency: 'agency',
  procedure: 'procedure',
  risk: 'risk',
  agreement: 'agreement',
}

function fromParameter(kind: Kind, user: string, set: object | undefined, name: string): readonly Reference[] {
  const value: unknown = set && Object.hasOwn(set, name) ? (set as Record<string, unknown>)[name] : undefined
  if (set !== undefined && typeof value === 'string') return [{ kind, id: value, user, on: set, key: name }]
  return Array.isArray(value) ? each(kind, user, value.map(String)).map((ref) => ({ ...ref, on: value })) : []
}

/** Entries that may cite requirements and laws, by the words an author would use for them. */
function fromSources(pack: Pack): readonly Reference[] {
  const groups = {
    post: pack.posts,
    conflict: pack.conflicts,
    clock: pack.clocks,
    risk: pack.risks,
    'sub-type': pack.risks.flatMap(({ subtypes }) => subtypes),
    agency: pack.agencies,
    'supervision rule': pack.supervision,
    'row of the technology matrix': pack.matrix,
    action: pack.actions,
    question: pack.questions,
    'adoption step': pack.adoption.steps,
    agreement: pack.agreements,
    'agreement clause': pack.agreements.flatMap(({ clauses }) => clauses),
    'key message': pack.keyMessages,
    'gate rule': pack.gate,
    clause: clausesIn(pack),
  }
  const single = {
    'the routing': pack.routing,
    'the sign-in rules': pack.signIn,
    'the rule on parents': pack.parentsInformed,
    'the way this policy is adopted': pack.adoption,
  }
  const named = Object.entries(groups).flatMap(([word, entries]) =>
    entries.map((entry) => ({ user: `${word} "${entry.id}"`, entry })),
  )
  return [...named, ...Object.entries(single).map(([user, entry]) => ({ user, entry }))].flatMap(({ user, entry }) => [
    ...each('requirement', user, entry.source),
    ...each('law', user, entry.law),
  ])
}

/** Only what a procedure rests on: engine/procedures has already looked at who acts, who is told and who is called. */
function fromProcedure({ id, source, law, steps }: Procedure): readonly Reference[] {
  const user = `procedure "${id}"`
  return [
    ...each('requirement', user, source),
    ...each('law', user, law),
    ...steps.flatMap((step) => [
      ...each('requirement', `${user}, step "${step.id}"`, step.source),
      ...each('law', `${user}, step "${step.id}"`, step.law),
    ]),
  ]
}
