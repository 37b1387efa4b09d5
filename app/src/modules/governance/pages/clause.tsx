import type { Temporal } from 'temporal-polyfill'
import type { ClauseState, ClauseVerdict } from '../../../engine/clauses/clause-state.js'
import { Details } from '../../../web/components/govuk/details.js'
import { InsetText } from '../../../web/components/govuk/inset-text.js'
import { SummaryList } from '../../../web/components/govuk/summary-list.js'
import { Time } from '../../../web/components/app/time.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import { keptUrl } from '../urls.js'
import { LineOfStates } from './line-of-states.js'
import { RecordLinks } from './record-links.js'
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
      {state.verdict === 'unbuilt' && <NotChecked />}
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
      <LineOfStates history={props.history} now={now} />
    </Page>
  )
}

/** 'Not checked' must not be read as 'kept'. */
function NotChecked() {
  return (
    <InsetText>
      Hedgerow does not check this promise yet: nothing here says whether it is kept. Somebody at school has to know.
    </InsetText>
  )
}

/** Findings shown at once; the others fold away, so that what keeps the promise stays in sight. */
const mostFindings = 6

function Findings(props: ClausePageProps) {
  const { findings } = props.state
  const more = findings.slice(mostFindings)
  return (
    <>
      <FindingList {...props} findings={findings.slice(0, mostFindings)} />
      {more.length > 0 && (
        <Details summaryText={`And ${more.length} more`} text={<FindingList {...props} findings={more} />} />
      )}
    </>
  )
}

type FindingListProps = Pick<ClausePageProps, 'links' | 'postTitle' | 'now'> & {
  readonly findings: ClauseState['findings']
}

function FindingList({ findings, links, postTitle, now }: FindingListProps) {
  if (findings.length === 0) return null
  return (
    <ul class="hedgerow-records">
      {findings.map(({ sentence, post, due, rows }) => (
        <li class="hedgerow-records__record">
          <div>
            <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">{sentence}</p>
            {post && (
              <p class="hedgerow-records__line">
                To act: {postTitle(post)}
                {due && (
                  <>
                    , by <Time at={due} now={now} />
                  </>
                )}
              </p>
            )}
            <RecordLinks rows={rows} links={links} most={20} />
          </div>
        </li>
      ))}
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
