import type { Temporal } from 'temporal-polyfill'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import { isOver, timeLeft } from '../../../kernel/calendar/time-left.js'
import { Form } from '../../../web/components/app/form.js'
import { RecordList } from '../../../web/components/app/record-list.js'
import { StateTag } from '../../../web/components/app/state-tag.js'
import { Time } from '../../../web/components/app/time.js'
import { Button } from '../../../web/components/govuk/button.js'
import { giveBackTaskUrl, takeTaskUrl } from '../urls.js'

export interface TodayTask {
  readonly id: string
  readonly words: string
  readonly label: string
  readonly url: string
  readonly due_at: Temporal.Instant | null
  /** A post's task, which one of several people can take. */
  readonly shared: boolean
  readonly taker: string | null
  readonly taken_at: Temporal.Instant | null
  /** Taken by this reader. */
  readonly byMe: boolean
}

/** A concern that nobody has read yet. */
export interface NewConcern {
  readonly url: string
  readonly summary: string
  readonly teller: string | null
  readonly due: Temporal.Instant | null
  readonly urgent: boolean
}

/** Something that others have in hand, of what this reader may see. */
export interface OthersWork {
  readonly url: string
  readonly words: string
  /** Who has it: a person by name, or a post. */
  readonly whose: string
  readonly due: Temporal.Instant | null
}

interface Clocked {
  readonly now: Temporal.Instant
  readonly calendar: SchoolCalendar
}

/** How long there is, in school time; nothing where there is no deadline. */
function Left({ due, now, calendar }: Clocked & { readonly due: Temporal.Instant | null }) {
  if (!due) return null
  return <StateTag state={isOver(now, due) ? 'overdue' : 'waiting'}>{timeLeft(calendar, now, due)}</StateTag>
}

/** What waits for this reader, with who has taken each. */
export function Waiting({ tasks, ...clocked }: Clocked & { readonly tasks: readonly TodayTask[] }) {
  return (
    <ul class="hedgerow-records">
      {tasks.map((task) => (
        <li class="hedgerow-records__record">
          <div>
            <a class="govuk-link hedgerow-records__title" href={task.url}>
              {task.words}: {task.label}
            </a>
            {task.shared && <Taking task={task} now={clocked.now} />}
          </div>
          <div class="hedgerow-records__side">
            <Left due={task.due_at} {...clocked} />
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Several people may hold a post or act in it: one of them says that they do it. */
function Taking({ task, now }: { readonly task: TodayTask; readonly now: Temporal.Instant }) {
  const { id, byMe, taker, taken_at } = task
  return (
    <Form action={byMe ? giveBackTaskUrl({ task: id }) : takeTaskUrl({ task: id })} classes="hedgerow-taking">
      {taker && (
        <span class="hedgerow-records__line">
          Taken by {byMe ? 'you' : taker}
          {taken_at && (
            <>
              , <Time at={taken_at} now={now} />
            </>
          )}
        </span>
      )}
      <Button classes="hedgerow-link-button" preventDoubleClick>
        {byMe ? 'Give it back' : taker ? 'Take it over' : 'I do this'}
        <span class="govuk-visually-hidden">: {task.label}</span>
      </Button>
    </Form>
  )
}

/** What nobody has read yet, oldest clock first. */
export function NewConcerns({ concerns, ...clocked }: Clocked & { readonly concerns: readonly NewConcern[] }) {
  return (
    <section aria-labelledby="new">
      <h2 class="govuk-heading-m" id="new">
        New
      </h2>
      {concerns.length === 0 && <p class="govuk-body">No concern waits to be read.</p>}
      <RecordList
        records={concerns.map(({ url, summary, teller, due, urgent }) => ({
          href: url,
          title: summary,
          lines: [`Told by ${teller ?? 'somebody who gave no name'}`],
          side: (
            <>
              {urgent && <StateTag state="urgent" />} <Left due={due} {...clocked} />
            </>
          ),
        }))}
      />
    </section>
  )
}

/** What others have in hand, oldest deadline first. */
export function WaitingOnOthers({ work, ...clocked }: Clocked & { readonly work: readonly OthersWork[] }) {
  return (
    <section aria-labelledby="others">
      <h2 class="govuk-heading-m" id="others">
        Waiting on others
      </h2>
      {work.length === 0 && <p class="govuk-body">You wait for nobody.</p>}
      <RecordList
        records={work.map(({ url, words, whose, due }) => ({
          href: url,
          title: words,
          lines: [whose],
          side: due ? <Left due={due} {...clocked} /> : undefined,
        }))}
      />
    </section>
  )
}
