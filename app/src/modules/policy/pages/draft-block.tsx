import type { ComponentChildren } from 'preact'

/** One stretch of the draft's page. */
export function Block({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      {children}
    </section>
  )
}
