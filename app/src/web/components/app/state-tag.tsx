import type { ComponentChildren } from 'preact'
import { classNames } from '../class-names.js'

/** The states that Hedgerow speaks of: of a clause, of a clock, of a piece of work. */
export type State =
  'kept' | 'due' | 'broken' | 'attested' | 'unknown' | 'waiting' | 'overdue' | 'urgent' | 'new' | 'closed'

const looks = {
  kept: { word: 'Kept', colour: 'green', shape: 'M3 8.500 6.500 12 13 4.500' },
  due: { word: 'Due', colour: 'yellow', shape: 'M8 3.500V8l3 2M8 1.500a6.500 6.500 0 1 0 .01 0' },
  broken: { word: 'Broken', colour: 'red', shape: 'M3.500 3.500l9 9M12.500 3.500l-9 9' },
  attested: { word: 'On somebody’s word', colour: 'blue', shape: 'M3 13l1-4 7-7 3 3-7 7z' },
  unknown: { word: 'Not yet checked', colour: 'grey', shape: 'M3 8h10' },
  waiting: {
    word: 'Waiting',
    colour: 'yellow',
    shape: 'M5 2.500h6M5 13.500h6M5.500 2.500 8 8l-2.500 5.500M10.500 2.500 8 8l2.500 5.500',
  },
  overdue: { word: 'Overdue', colour: 'red', shape: 'M8 2.500v7M8 12.500v1' },
  urgent: { word: 'Urgent', colour: 'red', shape: 'M8 2.500v7M8 12.500v1' },
  new: { word: 'New', colour: 'teal', shape: 'M8 3v10M3 8h10' },
  closed: { word: 'Closed', colour: 'grey', shape: 'M3 8.500 6.500 12 13 4.500' },
} as const satisfies Record<State, { word: string; colour: string; shape: string }>

interface StateTagProps {
  readonly state: State
  /** Other words for the state: 'Broken since Tuesday'. */
  readonly children?: ComponentChildren
}

/** A state in words, with a shape, and only then a colour: it reads the same in grey and aloud. */
export function StateTag({ state, children }: StateTagProps) {
  const { word, colour, shape } = looks[state]
  return (
    <strong class={classNames('govuk-tag', `govuk-tag--${colour}`, 'hedgerow-state')}>
      <svg
        class="hedgerow-state__shape"
        width="16"
        height="16"
        viewBox="0 0 16 16"
        aria-hidden="true"
        focusable="false"
      >
        <path
          d={shape}
          fill="none"
          stroke="currentColor"
          stroke-width="2"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      </svg>
      {children ?? word}
    </strong>
  )
}
