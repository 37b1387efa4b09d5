import type { NoticeLine, NoticeText } from '../../../engine/notices/notice.js'
import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import { Details } from '../../../web/components/govuk/details.js'
import { InsetText } from '../../../web/components/govuk/inset-text.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { noticePrintUrl, noticesUrl, noticeUrl } from '../urls.js'

/** One text of a notice for its reader. */
export interface ReadText {
  readonly audience: string
  readonly version: number
  readonly since: string
  readonly text: NoticeText
}

export interface NoticePageProps {
  readonly frame: Frame
  readonly id: string
  readonly title: string
  readonly texts: readonly ReadText[]
  /** 'You acknowledged this on 3 Nov 2026', or null. */
  readonly said: string | null
  /** The button's label while it waits for this reader's word; null where it does not. */
  readonly button: string | null
}

/** A notice for its reader: the text, and the word that it was read where that is asked. */
export function NoticePage({ frame, id, title, texts, said, button }: NoticePageProps) {
  return (
    <Page frame={frame} title={title} breadcrumbs={[{ text: 'To read', href: noticesUrl() }, { text: title }]}>
      <h1 class="govuk-heading-l">{title}</h1>
      {said && <InsetText>{said}</InsetText>}
      {texts.map((read) => (
        <NoticeBody read={read} printUrl={noticePrintUrl({ notice: id, audience: read.audience })} />
      ))}
      {button !== null && (
        <Form action={noticeUrl({ notice: id })}>
          <Button text={button} />
        </Form>
      )}
    </Page>
  )
}

/** As many lines as are read at once. */
const mostInSight = 15

function Lines({ lines }: { readonly lines: readonly NoticeLine[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
      {lines.map(({ text: line, number }) => (
        <li>
          {line}
          {number && <span class="hedgerow-number"> ({number})</span>}
        </li>
      ))}
    </ul>
  )
}

/** The text itself, as it is shown, printed and published. */
export function NoticeBody({ read, printUrl }: { readonly read: ReadText; readonly printUrl: string | null }) {
  const { text, version, since } = read
  // On paper and in public everything is in sight; on a telephone a hundred promises are folded under their parts.
  const whole = printUrl === null || text.lines.length <= mostInSight
  return (
    <section>
      <h2 class="govuk-heading-m">{text.title}</h2>
      {text.lead && <p class="govuk-body">{text.lead}</p>}
      {[...Map.groupBy(text.lines, ({ part }) => part ?? '')].map(([part, lines]) =>
        part === '' || whole ? (
          <>
            {part && <h3 class="govuk-heading-s">{part}</h3>}
            <Lines lines={lines} />
          </>
        ) : (
          <Details summaryText={`${part} (${lines.length})`}>
            <Lines lines={lines} />
          </Details>
        ),
      )}
      <p class="govuk-body-s">
        Version {version}, since {since}
        {printUrl && (
          <>
            {' · '}
            <a class="govuk-link" href={printUrl}>
              Print
            </a>
          </>
        )}
      </p>
    </section>
  )
}

/** The text alone, for paper or for anybody. */
export function NoticeSheetPage({
  frame,
  title,
  read,
  back,
}: {
  readonly frame: Frame
  readonly title: string
  readonly read: readonly ReadText[]
  readonly back?: string
}) {
  return (
    <Page frame={frame} title={title} {...(back ? { back } : {})}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{frame.school?.name}</p>
      {read.map((one) => (
        <NoticeBody read={one} printUrl={null} />
      ))}
    </Page>
  )
}
