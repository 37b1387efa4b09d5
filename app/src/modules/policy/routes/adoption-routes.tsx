import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { titleOfPost } from '../../../engine/packs/lookup.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import { thisSchool } from '../../../kernel/school.js'
import { isId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { personCards } from '../../people/index.js'
import { bringIntoForce } from '../commands/bring-into-force.js'
import { addComment, openConsultation, settleComment } from '../commands/consult.js'
import { submitDraft } from '../commands/submit-draft.js'
import { takeStep } from '../commands/take-step.js'
import { countOf, draftView } from '../draft/draft-view.js'
import { commentForm, consultForm, forceForm, settleForm, stepForm, submitForm } from '../draft/forms.js'
import { Sentences } from '../pages/policy.js'
import { ClauseChanges } from '../pages/versions.js'
import { activePack } from '../queries/active-pack.js'
import { commentsOn } from '../queries/comments.js'
import { commentUrl, consultUrl, draftUrl, forceUrl, haveYourSayUrl, settleUrl, stepUrl, submitUrl } from '../urls.js'
import { audienceChoices, theDraft, todayOf } from './draft-routes.js'
import { formRoute } from './form-route.js'
import { promisesSpokenOf } from './own-promise-routes.js'

const toDraft = (): string => draftUrl()

/** Asking, answering, submitting, agreeing, approving, and putting in force. */
export function adoptionRoutes(app: FastifyInstance, deps: Deps): void {
  asking(app, deps)
  settling(app, deps)
  steps(app, deps)
}

/** A promise as a choice: its number and how it begins. */
const clauseChoices = async (tx: ReadTx) =>
  (await promisesSpokenOf(tx)).map(({ id, number, text }) => ({
    value: id as string,
    text: `${number} ${text.slice(0, 70)}`,
  }))

function asking(app: FastifyInstance, deps: Deps): void {
  formRoute(app, deps, {
    pattern: consultUrl.pattern,
    access: 'policy.write',
    ask: async (tx) => {
      const { pack } = await activePack(tx)
      const { consult } = pack.adoption
      const counts: string[] = []
      for (const audience of consult) counts.push(`${titleOfPost(pack, audience)}: ${await countOf(tx, audience)}`)
      const form = consultForm(audienceChoices(pack, consult))
      const { slug } = await thisSchool(tx)
      const intro = `Each audience is asked once, in words for them. Parents answer at ${haveYourSayUrl({ school: slug })}: send them that address. What children say is written down by a grown-up.`
      return {
        form,
        title: 'Ask people about it',
        intro,
        back: draftUrl(),
        button: 'Ask them',
        before: <Sentences lines={counts} />,
      }
    },
    act: (tx, { audience, ask, closesOn }) => openConsultation(tx, { audience: audience as PostId, ask, closesOn }),
    leadsTo: toDraft,
  })
  formRoute(app, deps, {
    pattern: commentUrl.pattern,
    access: 'policy.read',
    ask: async (tx) => {
      const { pack } = await activePack(tx)
      const form = commentForm(
        audienceChoices(
          pack,
          pack.audiences.map(({ id }) => id),
        ),
        await clauseChoices(tx),
      )
      return { form, title: 'Say something about the next version', back: draftUrl(), button: 'Send' }
    },
    act: async (tx, { words, clause, own, audience, saidBy }) => {
      const draft = await theDraft(tx)
      const mine =
        (['any-governor', 'any-staff'] as PostId[]).find((each) => tx.actor.posts.has(each)) ?? ('any-staff' as PostId)
      const me = tx.actor.personId
      const name = own && me ? ((await personCards(tx, [me])).get(me)?.name ?? null) : saidBy
      if (!own && !tx.actor.powers.has('policy.write'))
        throw new Refusal('not-allowed', 'Only those who write the policy write down what others said', 'own')
      await addComment(tx, {
        draft: draft.id,
        audience: own ? mine : (audience as PostId),
        words,
        clause,
        saidBy: name,
        own,
      })
    },
    leadsTo: toDraft,
  })
}

function settling(app: FastifyInstance, deps: Deps): void {
  formRoute(app, deps, {
    pattern: settleUrl.pattern,
    access: 'policy.write',
    ask: async (tx, { params: { comment = '' } }) => {
      const draft = await theDraft(tx)
      const said = (await commentsOn(tx, draft.id)).find(({ id }) => id === comment)
      if (!said) throw new Refusal('not-found', 'There is no such comment on this version.')
      const { edited } = await draftView(tx, draft)
      const changed = (await clauseChoices(tx)).filter(({ value }) => edited.includes(value))
      const before = (
        <p class="govuk-body">
          “{said.words}” ({said.said_by ?? 'no name given'})
        </p>
      )
      return {
        form: settleForm(changed),
        title: 'What was done about this comment?',
        back: draftUrl(),
        button: 'Save',
        before,
      }
    },
    act: (tx, { outcome, clause, words }, { params: { comment = '' } }) => {
      if (!isId(comment)) throw new Refusal('not-found', 'There is no such comment.')
      return settleComment(tx, { comment, outcome, clause, words })
    },
    leadsTo: toDraft,
  })
}

function steps(app: FastifyInstance, deps: Deps): void {
  formRoute(app, deps, {
    pattern: submitUrl.pattern,
    access: 'policy.write',
    ask: async (tx) => {
      const { sentences, obstacles } = await draftView(tx, await theDraft(tx))
      const before = <Sentences lines={[...obstacles, ...sentences]} />
      return {
        form: submitForm,
        title: 'Submit the next version',
        intro: 'Its words are fixed from now on, so that everybody agrees to the same.',
        back: draftUrl(),
        button: 'Submit it',
        before,
      }
    },
    act: (tx, { statement }) => submitDraft(tx, statement),
    leadsTo: toDraft,
  })
  formRoute(app, deps, {
    pattern: stepUrl.pattern,
    access: 'signed-in',
    stepUp: true,
    ask: async (tx, { params: { step: id = '' } }) => {
      const view = await draftView(tx, await theDraft(tx))
      const step = view.steps.find((each) => each.step.id === id)?.step
      if (!step || !view.draft.content_hash) throw new Refusal('not-found', 'There is no such step to take now.')
      const before = (
        <>
          <h2 class="govuk-heading-m">What changes</h2>
          <Sentences lines={view.sentences} />
          <ClauseChanges changes={view.changes} />
        </>
      )
      return {
        form: stepForm(step.meeting === true),
        typed: { hash: view.draft.content_hash },
        title: step.title,
        back: draftUrl(),
        button: 'Record it under my name',
        before,
      }
    },
    act: (tx, { hash, outcome, meetingOn, minute, note }, { params: { step = '' } }) =>
      takeStep(tx, { step, hash, outcome, meetingOn, minute, note }),
    leadsTo: toDraft,
  })
  formRoute(app, deps, {
    pattern: forceUrl.pattern,
    access: 'policy.activate',
    stepUp: true,
    ask: async (tx) => {
      const today = todayOf(tx)
      const { sentences } = await draftView(tx, await theDraft(tx))
      const typed = {
        'from-day': String(today.day),
        'from-month': String(today.month),
        'from-year': String(today.year),
      }
      return {
        form: forceForm,
        typed,
        title: 'Put it in force',
        intro: 'From this day everybody is bound by it. Your name is kept with the act.',
        back: draftUrl(),
        button: 'Put it in force',
        before: <Sentences lines={sentences} />,
      }
    },
    act: (tx, { from }) => bringIntoForce(tx, from),
    leadsTo: () => '/policy/versions',
  })
}
