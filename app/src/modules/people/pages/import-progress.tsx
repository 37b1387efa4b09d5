import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { importProgressUrl } from '../urls.js'

export interface ImportProgressPageProps {
  readonly frame: Frame
  readonly done: number
  /** 0 until the rows have been counted. */
  readonly of: number
}

/** A long import going on. The page asks again by itself every two seconds; the link is for browsers that do not. */
export function ImportProgressPage({ frame, done, of }: ImportProgressPageProps) {
  const words = of === 0 ? 'The files are being read.' : `${done} of ${of} rows written.`
  return (
    <Page frame={frame} title="Importing people">
      <h1 class="govuk-heading-l">Importing people</h1>
      <p class="govuk-body" role="status">
        {words}
      </p>
      <progress class="hedgerow-progress" aria-label="Rows written" value={done} max={Math.max(of, 1)} />
      <p class="govuk-body">
        You may leave this page; the import goes on. All of it is written together at the end, or none of it.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={importProgressUrl()}>
          Look again
        </a>
      </p>
    </Page>
  )
}
