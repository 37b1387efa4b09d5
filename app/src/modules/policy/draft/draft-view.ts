import type { Deps } from '../../../engine/deps.js'
import { same } from '../../../engine/packs/differences/compare.js'
import { differences } from '../../../engine/packs/differences/differences.js'
import { clauseOf, clausesOf, titleOfPost } from '../../../engine/packs/lookup.js'
import type { LoadedPack, Pack } from '../../../engine/packs/pack.js'
import { workerIn } from '../../../kernel/actor.js'
import { reading } from '../../../kernel/db/in-school.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { SchoolId } from '../../../kernel/ids.js'
import { peopleOf, personCards } from '../../people/index.js'
import type { PolicyConsultationRow, PolicyDraftRow } from '../adoption-schema.js'
import { stepStates } from '../adoption-steps.js'
import type { StepState } from '../adoption-steps.js'
import { obstaclesTo } from '../commands/submit-draft.js'
import { kindsOf } from '../reach/kinds-of.js'
import { clauseChanges } from '../document/clause-changes.js'
import type { ClauseChange } from '../document/clause-changes.js'
import { judgeClauses } from '../judge-clauses.js'
import { activePack } from '../queries/active-pack.js'
import { actsOn } from '../queries/approvals.js'
import { commentsOn, consultationsOn } from '../queries/comments.js'
import type { SettledComment } from '../queries/comments.js'
import { editsOf } from '../queries/drafts.js'
import { presentBase } from '../queries/present-base.js'
import { reachOf } from '../queries/receipts.js'
import { discussedWith } from '../queries/sessions.js'
import { draftPack } from './draft-pack.js'
import { standingEdits } from './overlay-files.js'
import type { Edit } from './overlay-files.js'

/** The version in the making as its page shows it. */
export interface DraftView {
  readonly draft: PolicyDraftRow
  readonly pack: Pack
  readonly sentences: readonly string[]
  readonly changes: readonly ClauseChange[]
  /** Ids of promises that the school's own edits touch. */
  readonly edited: readonly string[]
  /** Promises and steps of the pack that the school takes out, and why. */
  readonly takenOut: readonly TakenOut[]
  /** Changes that the version in force carries and that this one's pack has no place for. */
  readonly leftOut: readonly string[]
  readonly obstacles: readonly string[]
  readonly steps: readonly (StepState & { readonly names: readonly string[]; readonly mine: boolean })[]
  readonly consultations: readonly (PolicyConsultationRow & { readonly title: string; readonly comments: number })[]
  readonly comments: readonly SettledComment[]
  /** Each audience it must be talked through with: done or not, and who was not there. */
  readonly discussed: readonly { readonly title: string; readonly done: boolean; readonly absent: readonly string[] }[]
}

/** The text that a draft stands for now: frozen once submitted. */
export async function textOf(tx: ReadTx, draft: PolicyDraftRow): Promise<LoadedPack> {
  if (draft.content && draft.content_hash) return { pack: draft.content, hash: draft.content_hash }
  const judged = await draftPack(draft, await editsOf(tx, draft.id))
  if ('problems' in judged)
    throw new Error(`A draft could not be laid over its pack: ${judged.problems[0]?.sentence ?? ''}`)
  return judged
}

export async function draftView(tx: ReadTx, draft: PolicyDraftRow): Promise<DraftView> {
  const active = await activePack(tx)
  const text = await textOf(tx, draft)
  const comments = await commentsOn(tx, draft.id)
  const states = stepStates(active.pack, await actsOn(tx, draft.id), draft.content_hash)
  const cards = await personCards(
    tx,
    states.flatMap(({ acts }) => acts.map(({ person_id }) => person_id)),
  )
  const consultations = await consultationsOn(tx, draft.id)
  return {
    draft,
    pack: text.pack,
    sentences: differences(active.pack, text.pack),
    changes: clauseChanges(active.pack, text.pack),
    edited: standingEdits(await editsOf(tx, draft.id)).flatMap(({ section, entry }) =>
      section === 'clause' ? [entry] : [],
    ),
    takenOut: takenOut(draft, await editsOf(tx, draft.id)),
    leftOut: await leftOut(tx, draft, active.pack),
    obstacles: draft.submitted_at ? [] : (await obstaclesTo(tx, draft.id, text)).map(({ sentence }) => sentence),
    steps: states.map((state) => ({
      ...state,
      names: state.acts.map(({ person_id }) => cards.get(person_id)?.name ?? 'Somebody'),
      mine:
        state.step.by.some((post) => tx.actor.posts.has(post)) &&
        !state.acts.some((act) => act.person_id === tx.actor.personId),
    })),
    consultations: consultations.map((one) => ({
      ...one,
      title: titleOfPost(active.pack, one.audience),
      comments: comments.filter(({ audience }) => audience === one.audience).length,
    })),
    comments,
    discussed: await discussions(tx, active.pack, draft.content_hash),
  }
}

/** Something of the pack that the school does not take over. */
export interface TakenOut {
  readonly section: 'clause' | 'adoption'
  readonly entry: string
  readonly words: string
  readonly why: string
}

function takenOut({ over }: PolicyDraftRow, edits: readonly Edit[]): readonly TakenOut[] {
  return standingEdits(edits).flatMap(({ section, entry, change }) => {
    if (change['drop'] !== true || section === 'post') return []
    const clause = clauseOf(over, entry)
    const step = over.adoption.steps.find(({ id }) => id === entry)
    const words = section === 'clause' ? `${clause?.number}: ${clause?.text}` : `The step: ${step?.title}`
    return [{ section, entry, words, why: String(change['why']) }]
  })
}

async function leftOut(tx: ReadTx, draft: PolicyDraftRow, active: Pack): Promise<readonly string[]> {
  const { carried } = await presentBase(tx)
  const here = new Set((await editsOf(tx, draft.id)).map(({ section, entry }) => `${section} ${entry}`))
  return carried
    .filter(({ section, entry }) => !here.has(`${section} ${entry}`))
    .map(({ section, entry }) => {
      const clause = section === 'clause' ? clauseOf(active, entry) : undefined
      if (clause) return `Promise ${clause.number}: ${clause.text}`
      return section === 'post' ? `The post: ${titleOfPost(active, entry)}` : 'How the policy is agreed and approved'
    })
}

async function discussions(
  tx: ReadTx,
  { adoption, ...pack }: Pack,
  hash: string | null,
): Promise<DraftView['discussed']> {
  const each = (adoption.discuss ?? []).map(async (audience) => {
    const title = titleOfPost({ adoption, ...pack }, audience)
    const done = hash !== null && (await discussedWith(tx, hash, audience))
    const people = hash === null ? [] : await reachOf(tx, { hash, kinds: kindsOf(audience), asOf: tx.now })
    return { title, done, absent: done ? people.filter(({ facts }) => !facts.discussed).map(({ name }) => name) : [] }
  })
  const all: DraftView['discussed'][number][] = []
  for (const one of each) all.push(await one)
  return all
}

/** A promise whose state would be another under the draft. */
export interface Effect {
  readonly number: string
  readonly text: string
  readonly from: string
  readonly to: string
  readonly findings: readonly string[]
}

/**
 * What the draft would do to how the policy is kept, on this school's own records: the promises whose settings or keepers
 * it changes are judged as they are and as they would be; words alone change no state. Read as the worker, because checks
 * need rows that the writer may not see; sentences hold no names.
 */
export const draftEffects = (deps: Deps, school: SchoolId, text: Pack): Promise<readonly Effect[]> =>
  reading(deps.db, workerIn(school), async (tx) => {
    const { pack } = await activePack(tx)
    const touched = new Set(changedKeepers(pack, text))
    if (touched.size === 0) return []
    const options = { modules: deps.modules, asOf: tx.now }
    const now = await judgeClauses(tx, only(pack, touched), options)
    const then = await judgeClauses(tx, only(text, touched), options)
    return clausesOf(text).flatMap(({ id, number, text: words }) => {
      const [before, after] = [now.get(id), then.get(id)]
      if (!after || before?.verdict === after.verdict) return []
      const findings = after.findings.slice(0, 3).map(({ sentence }) => sentence)
      return [{ number, text: words, from: before?.verdict ?? 'not there', to: after.verdict, findings }]
    })
  })

/** The promises that are new or kept otherwise than in the policy in force. */
function changedKeepers(pack: Pack, text: Pack): readonly string[] {
  const before = new Map(clausesOf(pack).map(({ id, keptBy }) => [id, keptBy]))
  return clausesOf(text).flatMap(({ id, keptBy }) => (same(before.get(id), keptBy) ? [] : [id]))
}

const only = (pack: Pack, ids: ReadonlySet<string>): Pack => ({
  ...pack,
  parts: pack.parts.map((part) => ({ ...part, clauses: part.clauses.filter(({ id }) => ids.has(id)) })),
})

/** How many people an audience is, for the page that asks them. */
export const countOf = async (tx: ReadTx, audience: PolicyConsultationRow['audience']): Promise<number> =>
  (await peopleOf(tx, kindsOf(audience))).length
