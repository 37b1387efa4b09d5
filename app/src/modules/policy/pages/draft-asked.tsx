import { StateTag } from '../../../web/components/app/state-tag.js'
import { fullDate, fullTime } from '../../../web/dates.js'
import type { DraftView } from '../draft/draft-view.js'
import { commentUrl, consultUrl, settleUrl } from '../urls.js'
import { Block } from './draft-block.js'
import type { DraftParts } from './draft.js'

/** Who was asked about the draft, what they said, and what was done about it. */
export function Asked({ view, may }: Pick<DraftParts, 'view' | 'may'>) {
  const { consultations, comments, draft } = view
  return (
    <Block title="Who was asked, and what they said">
      {consultations.length === 0 && <p class="govuk-body">Nobody has been asked yet.</p>}
      <ul class="govuk-list govuk-list--bullet">
        {consultations.map(({ title, ask, closes_on, comments: count }) => (
          <li>
            <strong>{title}</strong>, until {fullDate(closes_on)}: “{ask}”{' '}
            {count === 1 ? '1 comment' : `${count} comments`}
          </li>
        ))}
      </ul>
      <ul class="hedgerow-records">
        {comments.map(({ id, said_by, words, at, settled, clause }) => (
          <li class="hedgerow-records__record">
            <div>
              <p class="govuk-body govuk-!-margin-bottom-1">“{words}”</p>
              <p class="hedgerow-records__line">
                {said_by ?? 'No name given'}, {fullTime(at)}
                {clause && `, on promise ${numberOf(view, clause)}`}
              </p>
              {settled && (
                <p class="hedgerow-records__line">
                  {settled.outcome === 'changed'
                    ? `Changed promise ${numberOf(view, settled.clause ?? '')}: `
                    : settled.outcome === 'elsewhere'
                      ? 'Taken up elsewhere: '
                      : 'Not changed: '}
                  {settled.words}
                </p>
              )}
            </div>
            <div class="hedgerow-records__side">
              {!settled && <StateTag state="waiting">No answer yet</StateTag>}
              {may.write && (
                <a class="govuk-link" href={settleUrl({ comment: id })}>
                  {settled ? 'Change what was said' : 'Say what was done'}
                  <span class="govuk-visually-hidden"> about “{words.slice(0, 40)}”</span>
                </a>
              )}
            </div>
          </li>
        ))}
      </ul>
      <ul class="govuk-list hedgerow-ways">
        <li>
          <a class="govuk-link" href={commentUrl()}>
            Say something about it
          </a>
        </li>
        {may.write && !draft.submitted_at && (
          <li>
            <a class="govuk-link" href={consultUrl()}>
              Ask people about it
            </a>
          </li>
        )}
      </ul>
    </Block>
  )
}

const numberOf = ({ pack }: DraftView, clause: string): string =>
  pack.parts.flatMap(({ clauses }) => clauses).find(({ id }) => id === clause)?.number ?? clause
