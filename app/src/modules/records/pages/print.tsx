import type { Temporal } from 'temporal-polyfill'
import { fullTime } from '../../../web/dates.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'

export interface PrintPageProps {
  readonly frame: Frame
  readonly title: string
  readonly back: string
  readonly entries: readonly { readonly title: string; readonly lines: readonly string[] }[]
  readonly now: Temporal.Instant
}

/** A whole register, for paper: it says when it was printed and by whom, because paper goes out of date. */
export function PrintPage({ frame, title, back, entries, now }: PrintPageProps) {
  return (
    <Page frame={frame} title={title} width="wide" back={back}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {frame.school?.name}. As it stood on {fullTime(now)}
        {frame.person && `, printed by ${frame.person.name}`}.
      </p>
      <ul class="hedgerow-records">
        {entries.map((entry) => (
          <li class="hedgerow-records__record">
            <div>
              <strong>{entry.title}</strong>
              {entry.lines.map((line) => (
                <p class="hedgerow-records__line">{line}</p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Page>
  )
}
