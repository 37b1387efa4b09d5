import type { Temporal } from 'temporal-polyfill'
import type { ClauseState, ClauseVerdict } from '../../../engine/clauses/clause-state.js'
import { SummaryList } from '../../../web/components/govuk/summary-list.js'
import { Time } from '../../../web/components/app/time.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import { keptUrl } from '../urls.js'
import { VerdictTag } from './state-words.js'

/** What keeps a clause: code of ours, where to see it at work, or not built yet. */
export interface Keeper {
  readonly id: string
  readonly does: string
  readonly built: boolean
  readonly page: string | null
}

export interface ClausePageProps {
  readonly frame: Frame
  readonly number: string
  readonly text: string
  readonly plain: string
  readonly child: string | null
  readonly part: string
  readonly posts: readonly string[]
  readonly keepers: readonly Keeper[]
  readonly laws: readonly { readonly title: string; readonly edition: string; readonly web: string }[]
  readonly state: ClauseState
  readonly asOf: Temporal.Instant
  readonly now: Temporal.Instant
  readonly history: readonly {
    readonly verdict: ClauseVerdict
    readonly at: Temporal.Instant
    readonly basis: string
  }[]
  /** Where each row of a finding can be read, for readers who may; absent rows are only counted. */
  readonly links: ReadonlyMap<string, string>
  readonly postTitle: (post: string) => string
}

/** One promise: its words, how it stands and why, what keeps it, and how it stood before. */
export function ClausePage(props: ClausePageProps) {
  const { frame, number, text, state, now } = props
  return (
    <Page
      frame={frame}
      title={`Promise ${number}`}
      breadcrumbs={[{ text: 'Is our policy kept?', href: keptUrl() }, { text: `Promise ${number}` }]}
    >
      <span class="govuk-caption-l">{props.part}</span>
      <h1 class="govuk-heading-l">
        {number} {text}
      </h1>
      <p class="govuk-body">
        <VerdictTag verdict={state.verdict} /> {state.basis}.
      </p>
      <Findings {...props} />
      <SummaryList
        rows={[
          { key: { text: 'In plain words' }, value: { text: props.plain } },
          ...(props.child ? [{ key: { text: 'For children' }, value: { text: props.child } }] : []),
          { key: { text: 'Who must act' }, value: { text: props.posts.join(', ') } },
          { key: { text: 'What keeps it' }, value: { text: <Keepers keepers={props.keepers} /> } },
          ...(props.laws.length > 0
            ? [{ key: { text: 'Law and guidance' }, value: { text: <Laws laws={props.laws} /> } }]
            : []),
        ]}
      />
      <h2 class="govuk-heading-m">How it stood</h2>
      {props.history.length === 0 && <p class="govuk-body">It has not been looked at yet.</p>}
      <ul class="govuk-list">
        {props.history.map((turn) => (
          <li>
            <Time at={turn.at} now={now} /> <VerdictTag verdict={turn.verdict} />
          </li>
        ))}
      </ul>
    </Page>
  )
}

function Findings({ state, links, postTitle, now }: ClausePageProps) {
  if (state.findings.length === 0) return null
  return (
    <ul class="govuk-list govuk-list--bullet">
      {state.findings.map((finding) => {
        const readable = finding.rows.flatMap(({ id }) => links.get(id) ?? [])
        return (
          <li>
            {finding.sentence}
            {finding.post && ` To act: ${postTitle(finding.post)}.`}
            {finding.due && (
              <>
                {' '}
                By <Time at={finding.due} now={now} />.
              </>
            )}{' '}
            {readable.slice(0, 20).map((href, at) => (
              <a class="govuk-link" href={href}>
                Record {at + 1}{' '}
              </a>
            ))}
            {readable.length === 0 &&
              finding.rows.length > 0 &&
              `(${finding.rows.length} ${finding.rows.length === 1 ? 'record' : 'records'})`}
          </li>
        )
      })}
    </ul>
  )
}

function Keepers({ keepers }: { readonly keepers: readonly Keeper[] }) {
  return (
    <ul class="govuk-list govuk-!-margin-bottom-0">
      {keepers.map((keeper) => (
        <li>
          {keeper.page ? (
            <a class="govuk-link" href={keeper.page}>
              {keeper.does}
            </a>
          ) : (
            keeper.does
          )}
          {!keeper.built && ' (not yet checked by Hedgerow)'}
        </li>
      ))}
    </ul>
  )
}

function Laws({ laws }: Pick<ClausePageProps, 'laws'>) {
  return (
    <ul class="govuk-list govuk-!-margin-bottom-0">
      {laws.map(({ title, edition, web }) => (
        <li>
          <a class="govuk-link" href={web}>
            {title}
          </a>{' '}
          ({edition})
        </li>
      ))}
    </ul>
  )
}
