import type { VNode } from 'preact'
import { fullDate } from '../../../web/dates.js'
import { RecordList } from '../../../web/components/app/record-list.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Document } from '../../../web/layout/document.js'
import { Page } from '../../../web/layout/page.js'
import { pageTitle } from '../../../web/layout/page-title.js'
import { HedgeRow } from '../../../web/pictures/hedge-row.js'
import { Picture } from '../../../web/pictures/picture.js'
import { SignPicture } from '../../../web/pictures/signs.js'
import type { Temporal } from 'temporal-polyfill'

/** The posters that can be printed, and where to say that they hang. */
export function PostersPage({
  frame,
  posters,
}: {
  readonly frame: Frame
  readonly posters: readonly { readonly title: string; readonly href: string }[]
}) {
  return (
    <Page
      frame={frame}
      title="Posters to print"
      breadcrumbs={[{ text: 'Posters', href: '/registers/posters' }, { text: 'Print' }]}
    >
      <h1 class="govuk-heading-l">Posters to print</h1>
      <p class="govuk-body">
        Print one, hang it where everybody passes, and say in the register in which room it hangs.
      </p>
      <RecordList records={posters} />
    </Page>
  )
}

export interface RulesPosterProps {
  readonly frame: Frame
  readonly title: string
  readonly lines: readonly string[]
  /** For the foot: which edition hangs there. */
  readonly edition: Temporal.PlainDate
}

/** One sheet of A4, upright: the rules in the policy's own words for children. */
export function RulesPoster({ frame, title, lines, edition }: RulesPosterProps): VNode {
  return (
    <Document
      frame={frame}
      title={pageTitle(frame, title, false)}
      styles="pupil.css"
      script="pupil.js"
      classes="pupil poster-page"
      lang="en"
    >
      <main id="main">
        <p class="poster-tools">
          <button class="button" type="button" data-print hidden>
            <SignPicture name="printer" />
            Print
          </button>
        </p>
        <article class="poster">
          <div class="poster-head">
            <Picture name="hedgehog-hello" />
            <h1>{title}</h1>
          </div>
          <ol class="poster-rules">
            {lines.map((line) => (
              <li>{line}</li>
            ))}
          </ol>
          <p class="poster-foot">
            <b>{frame.school?.name}</b>
            <span>Edition of {fullDate(edition)}</span>
          </p>
          <HedgeRow />
        </article>
      </main>
    </Document>
  )
}
