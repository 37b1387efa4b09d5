import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { clauseOf, postOf, titleOfPost } from '../../../engine/packs/lookup.js'
import type { Clause } from '../../../engine/packs/schema/sections.js'
import { shippedPacks } from '../../../engine/packs/shipped-packs.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { Refusal } from '../../../kernel/refusal.js'
import { frameOf } from '../../../web/frames.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import { beginDraft } from '../commands/begin-draft.js'
import { withdrawDraft } from '../commands/bring-into-force.js'
import { editEntry } from '../commands/edit-entry.js'
import { clauseChange, clauseForm, clauseTyped } from '../draft/clause-form.js'
import { draftEffects, draftView, textOf } from '../draft/draft-view.js'
import { beginForm, postForm } from '../draft/forms.js'
import { DraftPage } from '../pages/draft.js'
import { TakeBack } from '../pages/take-back.js'
import { openDraft } from '../queries/drafts.js'
import { presentBase } from '../queries/present-base.js'
import type { EditedSection, PolicyDraftRow } from '../adoption-schema.js'
import { beginUrl, draftUrl, dropPromiseUrl, editClauseUrl, editPostUrl, withdrawUrl } from '../urls.js'
import { formRoute } from './form-route.js'

/** The draft that is being made; a page about a draft that has ended leads back. */
export async function theDraft(tx: ReadTx): Promise<PolicyDraftRow> {
  const draft = await openDraft(tx)
  if (!draft) throw new Refusal('not-found', 'No new version is being made.')
  return draft
}

/** The next version: its page, its beginning and end, and the editing of its words. */
export function draftRoutes(app: FastifyInstance, deps: Deps): void {
  app.get(draftUrl.pattern, needs('signed-in'), async (request, reply) =>
    sendPage(reply, await draftPage(deps, request)),
  )
  app.post(withdrawUrl.pattern, needs('policy.write'), async (request, reply) => {
    await inSchool(deps.db, actorOf(request), withdrawDraft)
    return seeOther(reply, draftUrl())
  })
  takeBack(app, deps, editClauseUrl.pattern, 'clause')
  takeBack(app, deps, editPostUrl.pattern, 'post')
  begin(app, deps)
  editClause(app, deps)
  editPost(app, deps)
}

/** The way back from the school's changes of one entry to what the pack says: the entry's address, and '/back'. */
export function takeBack(app: FastifyInstance, deps: Deps, pattern: string, section: EditedSection): void {
  app.post<{ Params: Record<string, string> }>(`${pattern}/back`, needs('policy.write'), async (request, reply) => {
    const [entry = ''] = Object.values(request.params)
    await inSchool(deps.db, actorOf(request), (tx) => editEntry(tx, { section, entry, change: null }))
    return seeOther(reply, draftUrl())
  })
}

/** The value of the form that goes on from the version in force. */
const asItIs = 'in-force'

/** Begins the next version: over the policy in force, over a newer edition of what it builds on, or over another pack. */
function begin(app: FastifyInstance, deps: Deps): void {
  formRoute(app, deps, {
    pattern: beginUrl.pattern,
    access: 'policy.write',
    ask: async (tx) => {
      const { base } = await presentBase(tx)
      const others = (await shippedPacks()).filter(({ hash }) => hash !== base.hash)
      const mine = 'Your own changes lie on it as they do now.'
      const form = beginForm([
        { value: asItIs, text: 'The policy in force', hint: mine },
        ...others.map(({ pack: { id, title, version, summary } }) => ({
          value: id as string,
          text: `${title}, edition ${version}`,
          hint: id === base.pack.id ? `Another edition of what yours builds on. ${mine}` : summary,
        })),
      ])
      return { form, typed: { base: asItIs }, title: 'Begin a new version', back: draftUrl(), button: 'Begin' }
    },
    act: async (tx, { base }) => {
      const over = (await shippedPacks()).find(({ pack }) => pack.id === base)
      await (over ? beginDraft(tx, over) : beginDraft(tx))
    },
    leadsTo: () => draftUrl(),
  })
}

async function draftPage(deps: Deps, request: FastifyRequest) {
  const actor = actorOf(request)
  const view = await reading(deps.db, actor, async (tx) => {
    const draft = await openDraft(tx)
    return draft && draftView(tx, draft)
  })
  // Findings are the worker's: only whoever may read how the policy stands reads how it would stand.
  const shown = view && actor.powers.has('governance.counts')
  const effects = shown ? await draftEffects(deps, actor.schoolId, view.pack) : null
  const may = { write: actor.powers.has('policy.write'), activate: actor.powers.has('policy.activate') }
  return <DraftPage frame={await frameOf(request)} view={view} effects={effects} may={may} />
}

/** A promise of the draft, as it stands and as the pack below has it. */
export async function promiseIn(tx: ReadTx, id: string) {
  const draft = await theDraft(tx)
  const { pack } = await textOf(tx, draft)
  const clause = clauseOf(pack, id)
  if (!clause) throw new Refusal('not-found', 'The policy has no such promise.')
  return { pack, clause, below: clauseOf(draft.over, id) }
}

function editClause(app: FastifyInstance, deps: Deps): void {
  formRoute(app, deps, {
    pattern: editClauseUrl.pattern,
    access: 'policy.write',
    ask: async (tx, { params: { clause: id = '' } }) => {
      const { pack, clause, below } = await promiseIn(tx, id)
      return {
        form: clauseForm(pack, clause),
        typed: clauseTyped(clause),
        title: `Change promise ${clause.number}`,
        ...(clause.must
          ? { intro: 'This promise may be tightened, and cannot be dropped: the law or the base asks for it.' }
          : {}),
        back: draftUrl(),
        button: 'Save',
        after: <OtherWays clause={clause} below={below} />,
      }
    },
    act: async (tx, values, { params: { clause: id = '' } }) => {
      const { clause } = await promiseIn(tx, id)
      const change = clauseChange(clause, values)
      if (Object.keys(change).length > 0) await editEntry(tx, { section: 'clause', entry: id, change })
    },
    leadsTo: () => draftUrl(),
  })
}

/** What else can be done with a promise: have the pack's words again, or take it out. */
function OtherWays({ clause, below }: { readonly clause: Clause; readonly below: Clause | undefined }) {
  return (
    <>
      {below && below !== clause && (
        <TakeBack action={`${editClauseUrl({ clause: clause.id })}/back`} packSays={below.text} />
      )}
      {!clause.must && (
        <p class="govuk-body">
          <a class="govuk-link" href={dropPromiseUrl({ clause: clause.id })}>
            Take this promise out of the policy
          </a>
        </p>
      )}
    </>
  )
}

function editPost(app: FastifyInstance, deps: Deps): void {
  const postIn = async (tx: ReadTx, id: string) => {
    const draft = await theDraft(tx)
    const post = postOf((await textOf(tx, draft)).pack, id)
    if (!post) throw new Refusal('not-found', 'The policy has no such post.')
    return { post, below: postOf(draft.over, id) }
  }
  formRoute(app, deps, {
    pattern: editPostUrl.pattern,
    access: 'policy.write',
    ask: async (tx, { params: { post: id = '' } }) => {
      const { post, below } = await postIn(tx, id)
      return {
        form: postForm,
        typed: { title: post.title, plain: post.plain },
        title: `Change the post: ${post.title}`,
        intro: 'Only its name and its words change. Who holds it, and everything recorded under it, stays.',
        back: draftUrl(),
        button: 'Save',
        after: below && below.title !== post.title && (
          <TakeBack action={`${editPostUrl({ post: id })}/back`} packSays={below.title} />
        ),
      }
    },
    act: async (tx, { title, plain }, { params: { post: id = '' } }) => {
      const { post } = await postIn(tx, id)
      if (post.title === title && post.plain === plain) return
      await editEntry(tx, { section: 'post', entry: id, change: { title, plain } })
    },
    leadsTo: () => draftUrl(),
  })
}

/** Audiences and posts as choices. */
export const audienceChoices = (pack: Parameters<typeof titleOfPost>[0], ids: readonly string[]) =>
  ids.map((id) => ({ value: id, text: titleOfPost(pack, id) }))

/** The day that "today" means to the school. */
export const todayOf = (tx: ReadTx) => londonDate(tx.now)
