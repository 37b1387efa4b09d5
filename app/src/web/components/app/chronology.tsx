import type { ComponentChildren } from 'preact'
import { classNames } from '../class-names.js'

/** One sealed entry of a case. `corrects` is the first text, which stays readable under the correction. */
export interface ChronologyEntry {
  readonly id: string
  /** 'Entry', 'Decision', 'Call with a parent': what kind of entry it is. */
  readonly kind: string
  /** A `<Time>` of when it happened. */
  readonly when: ComponentChildren
  /** Full name of who wrote it. */
  readonly by: ComponentChildren
  readonly text: ComponentChildren
  /** Decisions are boxed, with their reasons. */
  readonly decision?: { readonly reasons: ComponentChildren }
  readonly corrects?: {
    readonly text: ComponentChildren
    readonly by: ComponentChildren
    readonly when: ComponentChildren
  }
}

/** A case's entries, newest first. Each is sealed when it is written: a correction lies on top, nothing is replaced. */
export function Chronology({ entries }: { readonly entries: readonly ChronologyEntry[] }) {
  return (
    <div class="moj-timeline">
      {entries.map((entry) => (
        <div id={entry.id} class={classNames('moj-timeline__item', entry.decision && 'hedgerow-entry--decision')}>
          <div class="moj-timeline__header">
            <h3 class="moj-timeline__title">
              <Lock />
              {entry.kind}
            </h3>{' '}
            <p class="moj-timeline__byline">by {entry.by}</p>
          </div>
          <p class="moj-timeline__date">{entry.when}</p>
          <div class="moj-timeline__description hedgerow-entry__text">{entry.text}</div>
          {entry.decision && (
            <div class="hedgerow-entry__reasons">
              <strong>Reasons:</strong> {entry.decision.reasons}
            </div>
          )}
          {entry.corrects && <Corrected {...entry.corrects} />}
        </div>
      ))}
    </div>
  )
}

function Corrected({ text, by, when }: NonNullable<ChronologyEntry['corrects']>) {
  return (
    <details class="govuk-details hedgerow-entry__corrected">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">What it said before</span>
      </summary>
      <div class="govuk-details__text">
        <p class="moj-timeline__date">
          {by}, {when}
        </p>
        <div class="hedgerow-entry__text">{text}</div>
      </div>
    </details>
  )
}

function Lock() {
  return (
    <svg
      class="hedgerow-lock"
      width="14"
      height="16"
      viewBox="0 0 14 16"
      role="img"
      aria-label="Sealed:"
      focusable="false"
    >
      <path d="M1 7h12v9H1z" fill="currentColor" />
      <path d="M3.500 7V4.500a3.500 3.500 0 0 1 7 0V7" fill="none" stroke="currentColor" stroke-width="2" />
    </svg>
  )
}
