import type { ComponentChildren } from 'preact'
import type { Frame } from '../layout/frame.js'
import { Page } from '../layout/page.js'

interface MessagePageProps {
  readonly frame: Frame
  readonly title: string
  readonly children: ComponentChildren
}

/** A page that only says something: a heading, a few sentences, the way home. */
export function MessagePage({ frame, title, children }: MessagePageProps) {
  return (
    <Page frame={frame} title={title}>
      <h1 class="govuk-heading-l">{title}</h1>
      {children}
      <p class="govuk-body">
        <a class="govuk-link" href={frame.urls.home}>
          Go to the first page
        </a>
      </p>
    </Page>
  )
}
