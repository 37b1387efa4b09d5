import type { ComponentChildren } from 'preact'
import { Button } from '../govuk/button.js'

interface FiltersProps {
  /** The address of the list itself: a filter is a plain GET, so it can be kept as a bookmark and sent to nobody by accident. */
  readonly action: string
  /** What is chosen now, in words, each with the address of the list without it. */
  readonly chosen?: readonly { readonly text: string; readonly without: string }[]
  readonly children: ComponentChildren
}

/** The filters of a list, folded below its records until somebody wants them or one is in use. Never filter by a name here: it would stand in the address. */
export function Filters({ action, chosen = [], children }: FiltersProps) {
  return (
    <details class="govuk-details hedgerow-filters" open={chosen.length > 0}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Show only some of these</span>
      </summary>
      <div class="govuk-details__text">
        {chosen.length > 0 && (
          <ul class="moj-filter-tags">
            {chosen.map((choice) => (
              <li>
                <a class="moj-filter__tag" href={choice.without}>
                  <span class="govuk-visually-hidden">Remove this filter</span> {choice.text}
                </a>
              </li>
            ))}
          </ul>
        )}
        <form action={action} method="get">
          {children}
          <Button classes="govuk-button--secondary" text="Show" />
        </form>
      </div>
    </details>
  )
}
