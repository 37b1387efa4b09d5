import { StateTag } from '../../../web/components/app/state-tag.js'
import { Table } from '../../../web/components/govuk/table.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import * as urls from '../urls.js'

/** One agreement that I am asked for. */
export interface MineLine {
  readonly id: string
  readonly title: string
  readonly state: string
  readonly done: boolean
  readonly receipt: string | null
}

/** One agreement of the policy, and how many of those asked have signed. */
export interface TextLine {
  readonly id: string
  readonly title: string
  readonly asked: number
  readonly signed: number
  readonly refused: number
}

export interface OverviewProps {
  readonly frame: Frame
  readonly mine: readonly MineLine[]
  readonly texts: readonly TextLine[]
  /** Whether the figures are shown: to those who keep agreements. */
  readonly figures: boolean
  readonly may: { readonly keep: boolean; readonly grant: boolean; readonly haveClass: boolean }
  readonly verify: string
}

/** Agreements: what I sign, what my class signs, and what the office keeps. */
export function OverviewPage({ frame, mine, texts, figures, may, verify }: OverviewProps) {
  const links = [
    may.haveClass && { href: urls.classUrl(), text: 'Have your class sign', what: 'On one tablet, in one lesson' },
    may.keep && { href: urls.chaseUrl(), text: 'Who has not signed', what: 'Send links, print letters, record paper' },
    may.keep && {
      href: urls.visitorsUrl(),
      text: 'Visitors and the desk',
      what: 'Who is here, who is with them, guest passes',
    },
    (may.keep || may.haveClass) && {
      href: urls.trainingUrl(),
      text: 'Awareness training',
      what: 'What was held, who missed it',
    },
    (may.keep || may.grant) && {
      href: urls.gateUrl(),
      text: 'The gate',
      what: 'Who has been given what, when and by whom',
    },
    { href: verify, text: 'Check a receipt', what: 'Anybody can: it answers true or false' },
  ].filter((link) => link !== false)
  return (
    <Page frame={frame} title="Agreements" width="wide">
      <h1 class="govuk-heading-l">Agreements</h1>
      <Mine mine={mine} />
      <ul class="agreement-ways">
        {links.map(({ href, text, what }) => (
          <li>
            <a class="govuk-link govuk-!-font-weight-bold" href={href}>
              {text}
            </a>
            <span>{what}</span>
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">The agreements of this policy</h2>
      <Table
        head={[
          { text: 'Agreement' },
          ...(figures
            ? [
                { text: 'Signed', format: 'numeric' },
                { text: 'Asked', format: 'numeric' },
                { text: 'Refused', format: 'numeric' },
              ]
            : []),
        ]}
        rows={texts.map(({ id, title, asked, signed, refused }) => [
          {
            text: (
              <a class="govuk-link" href={urls.textUrl({ agreement: id })}>
                {title}
              </a>
            ),
          },
          ...(figures
            ? [
                { text: asked === 0 ? 'on occasion' : signed, format: 'numeric' },
                { text: asked || '', format: 'numeric' },
                { text: refused || '', format: 'numeric' },
              ]
            : []),
        ])}
      />
    </Page>
  )
}

function Mine({ mine }: Pick<OverviewProps, 'mine'>) {
  if (mine.length === 0) return null
  return (
    <section class="govuk-!-margin-bottom-6" aria-labelledby="mine">
      <h2 class="govuk-heading-m" id="mine">
        Yours
      </h2>
      <ul class="hedgerow-records">
        {mine.map(({ id, title, state, done, receipt }) => (
          <li class="hedgerow-records__record">
            <div>
              <a
                class="govuk-link govuk-!-font-weight-bold"
                href={done && receipt ? urls.receiptUrl({ signature: receipt }) : urls.signUrl({ agreement: id })}
              >
                {title}
              </a>
              <p class="hedgerow-records__line">
                {done ? 'Signed. See your receipt.' : 'Read and sign; about three minutes.'}
              </p>
            </div>
            <div class="hedgerow-records__side">
              <StateTag state={done ? 'kept' : 'waiting'}>{state}</StateTag>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
