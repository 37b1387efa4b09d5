import type { State } from './state-tag.js'

/** One part of a bar: how many, and in which words they are counted ('14 due'). */
export interface BarPart {
  readonly state: State
  readonly count: number
  readonly words: string
}

interface StackedBarProps {
  readonly parts: readonly BarPart[]
  /** False only where the same numbers stand in words beside it. */
  readonly words?: boolean
}

/**
 * How many are in which state, as a small bar with its numbers in words under it. The bar is for the eye only; the
 * words carry all of it, so it needs no table of its own.
 */
export function StackedBar({ parts, words = true }: StackedBarProps) {
  const shown = parts.filter((part) => part.count > 0)
  const total = shown.reduce((sum, part) => sum + part.count, 0)
  return (
    <div class="hedgerow-bar">
      {total > 0 && (
        <svg
          class="hedgerow-bar__picture"
          viewBox="0 0 100 6"
          preserveAspectRatio="none"
          aria-hidden="true"
          focusable="false"
        >
          {segments(shown, total).map((segment) => (
            <rect
              class={`hedgerow-bar__part hedgerow-bar__part--${segment.state}`}
              x={segment.x}
              y="0"
              width={segment.width}
              height="6"
            />
          ))}
        </svg>
      )}
      {words && <p class="hedgerow-bar__words">{shown.map((part) => part.words).join(', ') || 'None'}</p>}
    </div>
  )
}

interface Segment {
  readonly state: State
  readonly x: string
  readonly width: string
}

function segments(parts: readonly BarPart[], total: number): readonly Segment[] {
  let at = 0
  return parts.map(({ state, count }) => {
    const width = (count / total) * 100
    const segment = { state, x: at.toFixed(2), width: Math.max(width - 0.4, 0.4).toFixed(2) }
    at += width
    return segment
  })
}
