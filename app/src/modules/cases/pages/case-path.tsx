import type { ComponentChildren } from 'preact'
import { MustNots } from '../../../web/components/app/must-nots.js'
import { StepsPath } from '../../../web/components/app/steps-path.js'
import type { PathStep } from '../../../web/components/app/steps-path.js'
import { EmptyList } from '../../../web/components/app/empty-list.js'
import { whoAndWhen, whomItReaches } from '../../../engine/procedures/index.js'
import type { Done } from '../../../engine/procedures/index.js'
import { timeLeft } from '../../../kernel/calendar/time-left.js'
import { namesOf } from '../pack-names.js'
import type { CaseView } from '../queries/case-view.js'
import type { CasePath } from '../queries/path-of.js'
import { caseActUrl, caseStepUrl, procedureUrl } from '../urls.js'
import { personWords, When } from './case-words.js'
import { Temporal } from 'temporal-polyfill'

interface PathProps {
  readonly view: CaseView
  readonly mayRecord: boolean
  readonly mayLead: boolean
  /** The step in hand, opened as its form. */
  readonly children?: ComponentChildren
}

/** The guided procedure as a path: done, now, to come. Without one, the way to start it. */
export function CasePathPart({ view, mayRecord, mayLead, children }: PathProps) {
  const { path, row } = view
  const start = caseActUrl({ case: row.id, act: 'procedure' })
  if (path === null)
    return (
      <EmptyList {...(mayRecord ? { act: { href: start, text: 'Start a procedure' } } : {})}>
        This case runs no guided procedure. It may need none: advice and support are a case too.
      </EmptyList>
    )
  const now = inHand(view, path, { mayLead, children })
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={procedureUrl({ procedure: path.procedure.id })}>
          {path.procedure.title}
        </a>
        , version {path.procedure.version}
      </p>
      <StepsPath
        steps={[
          ...path.done.map((done) => doneStep(view, done, mayRecord)),
          ...now,
          ...path.next.slice(0, shownAhead).map((step) => ({
            title: step.title,
            place: 'next' as const,
            note: whoAndWhen(step, namesOf(view.pack)),
          })),
        ]}
      />
      <FurtherAhead view={view} steps={path.next.slice(shownAhead)} />
      {path.now === null && <p class="govuk-body">The procedure is finished.</p>}
      {mayRecord && (
        <p class="govuk-body">
          <a class="govuk-link" href={start}>
            Go on with another procedure
          </a>
        </p>
      )}
    </>
  )
}

/** How many steps to come stand open; the rest are folded, so that the step in hand is not lost among them. */
const shownAhead = 3

function FurtherAhead({ view, steps }: { readonly view: CaseView; readonly steps: CasePath['next'] }) {
  if (steps.length === 0) return null
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          {steps.length} more {steps.length === 1 ? 'step' : 'steps'} to come
        </span>
      </summary>
      <div class="govuk-details__text">
        <ol class="govuk-list govuk-list--bullet">
          {steps.map((step) => (
            <li>
              {step.title}. {whoAndWhen(step, namesOf(view.pack))}
            </li>
          ))}
        </ol>
      </div>
    </details>
  )
}

function doneStep(view: CaseView, { step, entry }: Done, mayRecord: boolean): PathStep {
  const answers = (entry.answers ?? []).map((value) => entry.wording.options[value] ?? value).join(', ')
  const at = Temporal.Instant.from(entry.at)
  const said = entry.outcome === 'skipped' ? 'left out' : answers
  return {
    title: step.title,
    place: entry.outcome === 'skipped' ? 'left-out' : 'done',
    note: (
      <>
        {said && <>{said}: </>}
        {personWords(view, entry.by)}, <When view={view} at={at} />{' '}
        {mayRecord && step.kind !== 'close' && (
          <a class="govuk-link" href={caseStepUrl({ case: view.row.id, step: step.id })}>
            Change<span class="govuk-visually-hidden"> the answer to: {step.title}</span>
          </a>
        )}
      </>
    ),
  }
}

function inHand(
  view: CaseView,
  path: CasePath,
  { mayLead, children }: Pick<PathProps, 'mayLead' | 'children'>,
): readonly PathStep[] {
  const { now, due } = path
  if (now === null) return []
  const names = namesOf(view.pack)
  const reached = whomItReaches(now, names)
  const left = due === null ? null : timeLeft(view.calendar, view.now, due)
  return [
    {
      title: now.title,
      place: 'now',
      note: [whoAndWhen(now, names), left, reached].filter(Boolean).join(' · '),
      children: (
        <>
          {now.text && <p class="govuk-body">{now.text}</p>}
          <MustNots sentences={now.mustNots} />
          {children}
          {!path.mayEnter && <NotYours view={view} path={path} mayLead={mayLead} />}
        </>
      ),
    },
  ]
}

/** Whose step it is instead, and what to do when they cannot see the case. */
function NotYours({
  view,
  path,
  mayLead,
}: {
  readonly view: CaseView
  readonly path: CasePath
  readonly mayLead: boolean
}) {
  if (path.post === null) return null
  return (
    <p class="govuk-body">
      This step belongs to: {namesOf(view.pack).post(path.post)}.{' '}
      {!path.postSees && mayLead && (
        <a class="govuk-link" href={caseActUrl({ case: view.row.id, act: 'share' })}>
          They cannot see this case yet. Let them see it
        </a>
      )}
    </p>
  )
}
