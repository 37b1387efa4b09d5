import type { Temporal } from 'temporal-polyfill'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import { EmptyList } from '../../../web/components/app/empty-list.js'
import { RecordList } from '../../../web/components/app/record-list.js'
import { StateTag } from '../../../web/components/app/state-tag.js'
import { Time } from '../../../web/components/app/time.js'
import { Button } from '../../../web/components/govuk/button.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import { clauseUrl, keptUrl } from '../urls.js'
import type { Way } from '../ways.js'
import type { ClauseLine, Standing } from '../queries/standing.js'
import { CountsBar, VerdictTag, sentenceOf } from './state-words.js'
import { NewConcerns, Waiting, WaitingOnOthers } from './today-lists.js'
import type { NewConcern, OthersWork, TodayTask } from './today-lists.js'

interface Told {
  readonly words: string
  readonly url: string
  readonly at: Temporal.Instant
  /** It came after school had closed and before it opened again. */
  readonly overnight: boolean
}

export interface TodayPageProps {
  readonly frame: Frame
  readonly now: Temporal.Instant
  readonly calendar: SchoolCalendar
  readonly tasks: readonly TodayTask[]
  /** What came in lately and was not opened yet. */
  readonly told: readonly Told[]
  readonly mayReport: boolean
  /** Pages that stand in nobody's menu and that this reader may open. */
  readonly ways: readonly Way[]
  /** For those who decide about concerns: what nobody has read yet, and what others have in hand. Null for everybody else. */
  readonly desk: { readonly fresh: readonly NewConcern[]; readonly others: readonly OthersWork[] } | null
  /** How the policy stands, and the three promises that most need me; null for people who do not see it. */
  readonly policy: { readonly standing: Standing; readonly findings: readonly ClauseLine[] } | null
}

/** What I owe today, oldest deadline first; what came in; what the policy needs of me. Nothing here that is not mine. */
export function TodayPage(props: TodayPageProps) {
  const { frame, policy, desk, now, calendar } = props
  return (
    <Page frame={frame} title="Today" width="wide" blur={desk !== null}>
      <h1 class="govuk-heading-l">Today</h1>
      {policy && <PolicyFirst standing={policy.standing} />}
      {props.mayReport && <Button href="/report" text="Report a concern" />}
      <Ways ways={props.ways} />
      <div class="hedgerow-columns">
        <div>
          {desk && <NewConcerns concerns={desk.fresh} now={now} calendar={calendar} />}
          <Owed {...props} />
        </div>
        <div>
          <Came {...props} />
          {desk && <WaitingOnOthers work={desk.others} now={now} calendar={calendar} />}
          {policy && <Policy findings={policy.findings} />}
        </div>
      </div>
    </Page>
  )
}

/** Pages that no heading of the menu names. */
function Ways({ ways }: Pick<TodayPageProps, 'ways'>) {
  return (
    <ul class="govuk-list hedgerow-ways">
      {ways.map(({ href, text }) => (
        <li>
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** The front page of those who answer for the policy begins with the answer. */
function PolicyFirst({ standing }: { readonly standing: Standing }) {
  return (
    <section class="hedgerow-first" aria-labelledby="kept">
      <h2 class="govuk-heading-s govuk-!-margin-bottom-1" id="kept">
        <a class="govuk-link" href={keptUrl()}>
          Is our policy kept?
        </a>
      </h2>
      <p class="govuk-body govuk-!-margin-bottom-2">{sentenceOf(standing.total, standing.counts)}</p>
      <CountsBar counts={standing.counts} words={false} />
    </section>
  )
}

function Owed({ tasks, calendar, now, desk }: TodayPageProps) {
  return (
    <section aria-labelledby="owed">
      <h2 class="govuk-heading-m" id="owed">
        {desk ? 'Mine today' : 'Yours to do'}
      </h2>
      {tasks.length === 0 ? (
        <EmptyList>
          Nothing waits for you. Concerns, steps of cases, reviews and approvals show here when they do.
        </EmptyList>
      ) : (
        <Waiting tasks={tasks} calendar={calendar} now={now} />
      )}
    </section>
  )
}

function Came({ told, now }: TodayPageProps) {
  return (
    <section aria-labelledby="came">
      <h2 class="govuk-heading-m" id="came">
        New for you
      </h2>
      {told.length === 0 && <p class="govuk-body">Nothing new.</p>}
      <RecordList
        records={told.map(({ words, url, at, overnight }) => ({
          href: url,
          title: words,
          lines: [<Time at={at} now={now} />],
          side: overnight ? <StateTag state="new">Overnight</StateTag> : undefined,
        }))}
      />
    </section>
  )
}

function Policy({ findings }: { readonly findings: readonly ClauseLine[] }) {
  return (
    <section aria-labelledby="policy">
      <h2 class="govuk-heading-m" id="policy">
        Policy
      </h2>
      {findings.length === 0 && <p class="govuk-body">No promise waits for you.</p>}
      <RecordList
        records={findings.map((clause) => ({
          href: clauseUrl({ clause: clause.id }),
          title: `${clause.number} ${clause.text}`,
          lines: clause.state.findings.slice(0, 1).map(({ sentence }) => sentence),
          side: <VerdictTag verdict={clause.state.verdict} />,
        }))}
      />
    </section>
  )
}
