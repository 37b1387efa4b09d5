import { Temporal } from 'temporal-polyfill'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import { isOver, timeLeft } from '../../../kernel/calendar/time-left.js'
import { EmptyList } from '../../../web/components/app/empty-list.js'
import { RecordList } from '../../../web/components/app/record-list.js'
import { StateTag } from '../../../web/components/app/state-tag.js'
import { Time } from '../../../web/components/app/time.js'
import { Button } from '../../../web/components/govuk/button.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import { clauseUrl, keptUrl } from '../urls.js'
import type { ClauseLine } from '../queries/standing.js'
import { VerdictTag } from './state-words.js'

interface TodayTask {
  readonly words: string
  readonly label: string
  readonly url: string
  readonly due_at: Temporal.Instant | null
}

interface Told {
  readonly words: string
  readonly url: string
  readonly at: Temporal.Instant
  readonly read_at: Temporal.Instant | null
}

export interface TodayPageProps {
  readonly frame: Frame
  readonly now: Temporal.Instant
  readonly calendar: SchoolCalendar
  readonly tasks: readonly TodayTask[]
  readonly told: readonly Told[]
  readonly mayReport: boolean
  /** Findings of the policy that wait for one of my posts; null for people who do not see how the policy stands. */
  readonly findings: readonly ClauseLine[] | null
}

/** What was told longer ago than two weeks is not new; what it asks for stands under “Yours to do” until it is done. */
const newFor = 14 * 24

/** What I owe today, oldest deadline first; what came in; what the policy needs of me. Nothing here that is not mine. */
export function TodayPage(props: TodayPageProps) {
  const since = props.now.subtract({ hours: newFor })
  const unread = props.told.filter(({ at, read_at }) => read_at === null && Temporal.Instant.compare(at, since) > 0)
  return (
    <Page frame={props.frame} title="Today" width="wide">
      <h1 class="govuk-heading-l">Today</h1>
      {props.mayReport && <Button href="/report" text="Report a concern" />}
      <div class="hedgerow-columns">
        <section aria-labelledby="owed">
          <h2 class="govuk-heading-m" id="owed">
            Yours to do
          </h2>
          <Owed {...props} />
        </section>
        <section aria-labelledby="came">
          <h2 class="govuk-heading-m" id="came">
            New for you
          </h2>
          {unread.length === 0 && <p class="govuk-body">Nothing new.</p>}
          <RecordList
            records={unread.map(({ words, url, at }) => ({
              href: url,
              title: words,
              lines: [<Time at={at} now={props.now} />],
            }))}
          />
          {props.findings && <Policy findings={props.findings} />}
        </section>
      </div>
    </Page>
  )
}

function Owed({ tasks, calendar, now }: TodayPageProps) {
  if (tasks.length === 0)
    return <EmptyList>Nothing waits for you. Concerns, steps of cases and approvals show here when they do.</EmptyList>
  return (
    <RecordList
      records={tasks.map(({ words, label, url, due_at }) => ({
        href: url,
        title: `${words}: ${label}`,
        side: due_at ? (
          <StateTag state={isOver(now, due_at) ? 'overdue' : 'waiting'}>{timeLeft(calendar, now, due_at)}</StateTag>
        ) : undefined,
      }))}
    />
  )
}

function Policy({ findings }: { readonly findings: readonly ClauseLine[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">Policy</h2>
      {findings.length === 0 && <p class="govuk-body">No promise waits for you.</p>}
      <RecordList
        records={findings.map((clause) => ({
          href: clauseUrl({ clause: clause.id }),
          title: `${clause.number} ${clause.text}`,
          lines: clause.state.findings.slice(0, 1).map(({ sentence }) => sentence),
          side: <VerdictTag verdict={clause.state.verdict} />,
        }))}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={keptUrl()}>
          Is our policy kept?
        </a>
      </p>
    </>
  )
}
