import type { Temporal } from 'temporal-polyfill'
import { Time } from '../../../../web/components/app/time.js'
import type { TalkTurn } from '../../queries/talk-of.js'

export interface TalkTurnsProps {
  readonly turns: readonly TalkTurn[]
  readonly now: Temporal.Instant
  /** Whose side reads this: their own turns are headed 'You wrote'. */
  readonly mine: 'reporter' | 'school'
}

/** The turns of a talk, oldest first: who, when, what. */
export function TalkTurns({ turns, now, mine }: TalkTurnsProps) {
  return (
    <ol class="govuk-list">
      {turns.map((turn) => (
        <li key={turn.id}>
          <p class="govuk-body-s govuk-!-margin-bottom-1">
            <strong>{nameOf(turn, mine)}</strong>, <Time at={turn.at} now={now} />
          </p>
          <p class="govuk-body hedgerow-typed">{turn.words}</p>
        </li>
      ))}
    </ol>
  )
}

function nameOf({ from_side, who }: TalkTurn, mine: TalkTurnsProps['mine']): string {
  if (from_side === 'reporter') return mine === 'reporter' ? 'You wrote' : 'They wrote'
  return who ?? 'The school'
}
