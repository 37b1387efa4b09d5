import type { Temporal } from 'temporal-polyfill'
import type { ClauseVerdict } from '../../../engine/clauses/clause-state.js'
import { Time } from '../../../web/components/app/time.js'
import { Details } from '../../../web/components/govuk/details.js'
import { VerdictTag, looksLike } from './state-words.js'

interface Turn {
  readonly verdict: ClauseVerdict
  readonly at: Temporal.Instant
}

interface LineOfStatesProps {
  /** Newest first, as it was said at the time. */
  readonly history: readonly Turn[]
  readonly now: Temporal.Instant
}

/** Turns said in words at once; older ones fold away. */
const mostInWords = 6

/** How a promise stood from when it was first looked at until now: a line for the eye, and its turns in words. */
export function LineOfStates({ history, now }: LineOfStatesProps) {
  const turns = history.filter(({ verdict }, at) => history[at + 1]?.verdict !== verdict)
  if (turns.length === 0) return <p class="govuk-body">It has not been looked at yet.</p>
  const older = turns.slice(mostInWords)
  return (
    <>
      <Line turns={turns} now={now} />
      <Words turns={turns.slice(0, mostInWords)} now={now} />
      {older.length > 0 && <Details summaryText="Earlier" text={<Words turns={older} now={now} />} />}
    </>
  )
}

function Words({ turns, now }: { readonly turns: readonly Turn[]; readonly now: Temporal.Instant }) {
  return (
    <ul class="govuk-list">
      {turns.map(({ at, verdict }) => (
        <li>
          <VerdictTag verdict={verdict} /> since <Time at={at} now={now} />
        </li>
      ))}
    </ul>
  )
}

/** No state is drawn narrower than this share of the line, or one broken hour in a year could not be seen. */
const leastShare = 2

function Line({ turns, now }: { readonly turns: readonly Turn[]; readonly now: Temporal.Instant }) {
  const oldestFirst = turns.toReversed()
  const spans = oldestFirst.map(({ verdict, at }, place) => {
    const until = oldestFirst[place + 1]?.at ?? now
    return { verdict, length: Math.max(0, until.epochMilliseconds - at.epochMilliseconds) }
  })
  const whole = spans.reduce((sum, { length }) => sum + length, 0) || 1
  const shares = spans.map(({ verdict, length }) => ({ verdict, share: leastShare + (length / whole) * 100 }))
  const total = shares.reduce((sum, { share }) => sum + share, 0)
  return (
    <svg
      class="hedgerow-bar__picture govuk-!-margin-bottom-3"
      viewBox={`0 0 ${total.toFixed(2)} 6`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {shares.map(({ verdict, share }, place) => (
        <rect
          class={`hedgerow-bar__part hedgerow-bar__part--${looksLike(verdict)}`}
          x={shares
            .slice(0, place)
            .reduce((sum, before) => sum + before.share, 0)
            .toFixed(2)}
          y="0"
          width={Math.max(share - 0.4, 0.4).toFixed(2)}
          height="6"
        />
      ))}
    </svg>
  )
}
