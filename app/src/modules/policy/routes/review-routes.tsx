import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import { titleOfPost } from '../../../engine/packs/lookup.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { reading } from '../../../kernel/db/in-school.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import { isId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { frameOf } from '../../../web/frames.js'
import { actorOf, needs, sendPage } from '../../../web/who.js'
import { closeReview, openReview, recordReview } from '../commands/review.js'

import { Figures, ReviewsPage } from '../pages/reviews.js'
import { activePack } from '../queries/active-pack.js'
import { reviewInput } from '../queries/review-input.js'
import { cadenceStates, reviewsBy } from '../queries/reviews.js'
import { cadencesOf } from '../reviews/cadences.js'
import { openReviewForm, reviewForm } from '../reviews/forms.js'
import { openReviewUrl, recordReviewUrl, reviewUrl, reviewsUrl } from '../urls.js'
import { formRoute } from './form-route.js'

/** When the policy is looked at again, and what came of it. */
export function reviewRoutes(app: FastifyInstance, deps: Deps): void {
  app.get(reviewsUrl.pattern, needs('policy.read'), async (request, reply) =>
    sendPage(reply, await reviewsPage(deps, request)),
  )
  formRoute(app, deps, {
    pattern: openReviewUrl.pattern,
    access: 'policy.read',
    ask: () =>
      Promise.resolve({
        form: openReviewForm,
        title: 'Have the policy looked at now',
        intro: 'Whoever looks after the policy owes the review from now on.',
        back: reviewsUrl(),
        button: 'Open a review',
      }),
    act: openReview,
    leadsTo: () => reviewsUrl(),
  })
  const body = async (tx: ReadTx, title: string) => {
    const { pack } = await activePack(tx)
    const input = await reviewInput(deps, tx.actor.schoolId)
    const form = reviewForm(pack.posts.map((post) => ({ value: post.id as string, text: post.title })))
    const before = <Figures input={input} title="Figures of today, kept with the review" />
    return { form, title, back: reviewsUrl(), button: 'Record it', before }
  }
  formRoute(app, deps, {
    pattern: recordReviewUrl.pattern,
    access: 'policy.review',
    ask: async (tx, { query: { cadence = '' } }) => body(tx, `Record a review: ${await cadenceTitle(tx, cadence)}`),
    act: async (tx, values, { query: { cadence = '' } }) =>
      recordReview(tx, cadence, {
        ...values,
        body: values.body as PostId,
        input: await reviewInput(deps, tx.actor.schoolId),
      }),
    leadsTo: () => reviewsUrl(),
  })
  formRoute(app, deps, {
    pattern: reviewUrl.pattern,
    access: 'policy.review',
    ask: async (tx, { params: { review = '' } }) => {
      const open = (await reviewsBy(tx)).find(({ id, closed_at }) => id === review && closed_at === null)
      if (!open) throw new Refusal('not-found', 'There is no such review to close.')
      return body(tx, `What came of it: ${open.cause}`)
    },
    act: async (tx, values, { params: { review = '' } }) => {
      if (!isId(review)) throw new Refusal('not-found', 'There is no such review.')
      await closeReview(tx, review, {
        ...values,
        body: values.body as PostId,
        input: await reviewInput(deps, tx.actor.schoolId),
      })
    },
    leadsTo: () => reviewsUrl(),
  })
}

/** A cadence as its readers know it, with the post's title: 'every 12 months, by the Designated safeguarding lead'. */
async function cadenceTitle(tx: ReadTx, key: string): Promise<string> {
  const { pack } = await activePack(tx)
  const cadence = cadencesOf(pack).find((one) => one.key === key)
  if (!cadence) throw new Refusal('not-found', 'The policy promises no such review.')
  return `${cadence.words}, by the ${titleOfPost(pack, cadence.post)}`
}

async function reviewsPage(deps: Deps, request: FastifyRequest) {
  const actor = actorOf(request)
  const props = await reading(deps.db, actor, async (tx) => {
    const { pack } = await activePack(tx)
    const today = londonDate(tx.now).toString()
    const cadences = await cadenceStates(tx, cadencesOf(pack))
    const reviews = await reviewsBy(tx)
    return {
      cadences: cadences.map((state) => ({ ...state, post: titleOfPost(pack, state.cadence.post) })),
      reviews: reviews.map((review) => ({
        ...review,
        overdue: review.closed_at === null && review.due_on !== null && review.due_on.toString() < today,
      })),
    }
  })
  return <ReviewsPage frame={await frameOf(request)} {...props} may={{ record: actor.powers.has('policy.review') }} />
}
