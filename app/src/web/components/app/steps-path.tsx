import type { ComponentChildren } from 'preact'

/** One step of a procedure as a path shows it. Only the step in hand is open. */
export interface PathStep {
  readonly title: string
  readonly place: 'done' | 'now' | 'next' | 'left-out'
  /** 'done by Amira Khan, today 10:42' or 'within 2 school hours'. */
  readonly note?: ComponentChildren
  /** The step in hand: its must-nots, its question, its button. */
  readonly children?: ComponentChildren
}

const places = { done: 'Done', now: 'Now', next: 'To come', 'left-out': 'Left out' } as const

/** A procedure as a path: what is done, what is in hand, what comes next. */
export function StepsPath({ steps }: { readonly steps: readonly PathStep[] }) {
  return (
    <ol class="hedgerow-path">
      {steps.map((step) => (
        <li
          class={`hedgerow-path__step hedgerow-path__step--${step.place}`}
          aria-current={step.place === 'now' ? 'step' : undefined}
        >
          <h3 class="hedgerow-path__title">
            <span class="hedgerow-path__place">{places[step.place]}: </span>
            {step.title}
          </h3>
          {step.note && <p class="hedgerow-path__note">{step.note}</p>}
          {step.place === 'now' && step.children}
        </li>
      ))}
    </ol>
  )
}
