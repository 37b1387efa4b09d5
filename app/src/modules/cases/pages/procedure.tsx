import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { PlainMarkdown } from './plain-markdown.js'

interface ProcedurePageProps {
  readonly frame: Frame
  readonly title: string
  readonly drawingUrl: string
  /** As `inPlainEnglish` writes it. */
  readonly markdown: string
  readonly others: readonly { readonly title: string; readonly url: string }[]
}

/** A procedure of the policy for anybody to read: the drawing to pin up, then every step in words. */
export function ProcedurePage({ frame, title, drawingUrl, markdown, others }: ProcedurePageProps) {
  return (
    <Page
      frame={frame}
      title={`Procedure: ${title}`}
      breadcrumbs={[{ text: 'Policy', href: '/policy' }, { text: title }]}
    >
      <PlainMarkdown markdown={markdown} />
      <h2 class="govuk-heading-m">As a drawing</h2>
      <p class="govuk-body">
        <a class="govuk-link" href={drawingUrl}>
          Open the drawing to print and pin up
        </a>
      </p>
      <img
        class="hedgerow-drawing"
        src={drawingUrl}
        alt={`Drawing of the procedure. The same steps are in words above.`}
      />
      {others.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Other procedures</h2>
          <ul class="govuk-list govuk-list--bullet">
            {others.map((other) => (
              <li>
                <a class="govuk-link" href={other.url}>
                  {other.title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}
