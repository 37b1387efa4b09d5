import { StateTag } from '../../../web/components/app/state-tag.js'
import { fullDate } from '../../../web/dates.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import type { CadenceState } from '../queries/reviews.js'
import type { PolicyReviewRow } from '../reach-schema.js'
import { openReviewUrl, recordReviewUrl, reviewUrl } from '../urls.js'
import { Sentences } from './policy.js'
import { PolicyNav } from './policy-nav.js'

export interface ReviewsPageProps {
  readonly frame: Frame
  readonly cadences: readonly (CadenceState & { readonly post: string })[]
  readonly reviews: readonly (PolicyReviewRow & { readonly overdue: boolean })[]
  readonly may: { readonly record: boolean }
}

/** When the policy is looked at again: every cadence it promises, what opened a review, what came of each. */
export function ReviewsPage({ frame, cadences, reviews, may }: ReviewsPageProps) {
  return (
    <Page frame={frame} title="Reviews of the policy" width="wide">
      <PolicyNav here="Reviews" />
      <h1 class="govuk-heading-l">Reviews of the policy</h1>
      {cadences.length === 0 && <p class="govuk-body">This policy promises no review by the calendar.</p>}
      <ul class="hedgerow-records">
        {cadences.map(({ cadence, last, due, post }) => (
          <li class="hedgerow-records__record">
            <div>
              <strong>
                {post}, {cadence.words}
              </strong>
              <p class="hedgerow-records__line">
                {last?.held_on ? `Last on ${fullDate(last.held_on)}. ` : 'Not held yet. '}
                {due && `Next by ${fullDate(due.on)}.`}
              </p>
              {may.record && (
                <a class="govuk-link" href={recordReviewUrl({ cadence: cadence.key })}>
                  Record this review
                  <span class="govuk-visually-hidden">
                    : {post}, {cadence.words}
                  </span>
                </a>
              )}
            </div>
            <div class="hedgerow-records__side">
              {due && (
                <StateTag state={due.overdue ? 'overdue' : 'kept'}>{due.overdue ? 'Overdue' : 'In time'}</StateTag>
              )}
            </div>
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={openReviewUrl()}>
          Something happened: have the policy looked at now
        </a>
      </p>
      {reviews.length > 0 && <h2 class="govuk-heading-m">What was looked at</h2>}
      <ul class="hedgerow-records">
        {reviews.map((review) => (
          <Review key={review.id} review={review} mayRecord={may.record} />
        ))}
      </ul>
    </Page>
  )
}

function Review({
  review,
  mayRecord,
}: {
  readonly review: ReviewsPageProps['reviews'][number]
  readonly mayRecord: boolean
}) {
  const { id, cause, cadence, held_on, due_on, minute, found, outcome, input, overdue } = review
  return (
    <li class="hedgerow-records__record" id={`review-${id}`}>
      <div>
        <strong>{held_on ? fullDate(held_on) : cause}</strong>
        <p class="hedgerow-records__line">
          {cadence.replace(/ by [\w-]+$/, '')}
          {minute && `, minute ${minute}`}. {!held_on && due_on && `Wanted by ${fullDate(due_on)}.`} {found}
        </p>
        <Figures input={input} />
        {outcome === null && mayRecord && (
          <a class="govuk-link" href={reviewUrl({ review: id })}>
            Record what came of it
          </a>
        )}
      </div>
      <div class="hedgerow-records__side">
        {outcome === null ? (
          <StateTag state={overdue ? 'overdue' : 'waiting'} />
        ) : (
          <StateTag state="closed">{outcomes[outcome]}</StateTag>
        )}
      </div>
    </li>
  )
}

/** What lay on the table, folded away: twenty lines that most readers pass over. */
export function Figures({ input, title = 'The figures that lay on the table' }: FiguresProps) {
  if (!input || input.length === 0) return null
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{title}</span>
      </summary>
      <div class="govuk-details__text">
        <Sentences lines={input} />
      </div>
    </details>
  )
}

interface FiguresProps {
  readonly input: readonly string[] | null
  readonly title?: string
}

const outcomes = { 'no-change': 'Stays as it is', amend: 'To be changed', 'not-needed': 'Not needed' } as const
