import type { ComponentChildren } from 'preact'

interface EmptyListProps {
  /** What would fill the list, and what it means that nothing does: 'No concern is waiting for you.' */
  readonly children: ComponentChildren
  /** The first act that would fill it. */
  readonly act?: { readonly href: string; readonly text: string }
}

/** In place of an empty list: what belongs there, and the first thing to do. */
export function EmptyList({ children, act }: EmptyListProps) {
  return (
    <div class="hedgerow-empty">
      <p class="govuk-body">{children}</p>
      {act && (
        <p class="govuk-body">
          <a class="govuk-link" href={act.href}>
            {act.text}
          </a>
        </p>
      )}
    </div>
  )
}
