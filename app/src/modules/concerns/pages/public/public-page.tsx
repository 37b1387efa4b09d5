import type { ComponentChildren } from 'preact'
import type { ErrorSummaryItem } from '../../../../web/components/govuk/error-summary.js'
import type { Frame } from '../../../../web/layout/frame.js'
import { Page } from '../../../../web/layout/page.js'

interface PublicPageProps {
  readonly frame: Frame
  readonly title: string
  readonly back?: string
  readonly errors?: readonly ErrorSummaryItem[]
  readonly children: ComponentChildren
}

/** A page for people without an account: the school's own, with the way to leave quickly. */
export function PublicPage({ frame, title, back, errors = [], children }: PublicPageProps) {
  return (
    <Page frame={frame} title={title} back={back} errors={errors} quickExit>
      <h1 class="govuk-heading-l">{title}</h1>
      {children}
    </Page>
  )
}
