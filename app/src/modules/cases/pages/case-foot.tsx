import type { ComponentChildren } from 'preact'
import { EmptyList } from '../../../web/components/app/empty-list.js'
import { StateTag } from '../../../web/components/app/state-tag.js'
import { SummaryList } from '../../../web/components/govuk/summary-list.js'
import type { SummaryRow } from '../../../web/components/govuk/summary-list.js'
import { isOver, timeLeft } from '../../../kernel/calendar/time-left.js'
import { agencyTitle } from '../queries/case-view.js'
import type { CaseView } from '../queries/case-view.js'
import { agencyKinds, parentWords } from '../record-words.js'
import { caseActUrl, decideParentsUrl, finishActionUrl, referralPrintUrl } from '../urls.js'
import { inCaseWords, personWords, When } from './case-words.js'

interface FootProps {
  readonly view: CaseView
  readonly mayRecord: boolean
}

/** A part of the page below the two columns. */
export function CasePart({
  id,
  title,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly children: ComponentChildren
}) {
  return (
    <section aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {title}
      </h2>
      {children}
    </section>
  )
}

/** Told, not told or told later, child by child. */
export function Parents({ view, mayRecord }: FootProps) {
  const rows = view.children.map(({ child, decision }): SummaryRow => {
    const who = inCaseWords(view, child)
    const href = decideParentsUrl({ case: view.row.id, person: child.id })
    return {
      key: { text: who },
      value: {
        text: decision ? (
          <>
            {parentWords[decision.decision]}:{' '}
            {[decision.adults, decision.how, decision.words].filter(Boolean).join('. ')}
            {', '}
            <When view={view} at={decision.told_at ?? decision.at} />
          </>
        ) : (
          <StateTag state="waiting">Undecided</StateTag>
        ),
      },
      ...(mayRecord
        ? { actions: { items: [{ href, text: decision ? 'Change' : 'Decide', visuallyHiddenText: who }] } }
        : {}),
    }
  })
  return (
    <CasePart id="parents" title="Parents">
      {rows.length === 0 ? (
        <EmptyList>No child is named in this case, so there is nobody to decide about.</EmptyList>
      ) : (
        <SummaryList rows={rows} />
      )}
    </CasePart>
  )
}

/** Who outside the school was told, asked, or not told. */
export function Agencies({ view, mayRecord }: FootProps) {
  const add = {
    href: caseActUrl({ case: view.row.id, act: 'agency' }),
    text: 'Write down a referral, or why there is none',
  }
  const rows = view.agencies.map((contact): SummaryRow => {
    const title = agencyTitle(view.pack, contact)
    const href = referralPrintUrl({ case: view.row.id, contact: contact.id })
    return {
      key: { text: title },
      value: {
        text: (
          <>
            {agencyKinds[contact.kind]}, <When view={view} at={contact.contacted_at} />
            <br />
            {contact.words}
            {contact.their_reference && (
              <>
                <br />
                Their reference: {contact.their_reference}
              </>
            )}
          </>
        ),
      },
      ...(contact.kind === 'referral'
        ? { actions: { items: [{ href, text: 'Print', visuallyHiddenText: title }] } }
        : {}),
    }
  })
  return (
    <CasePart id="agencies" title="Agencies">
      {rows.length === 0 ? (
        <EmptyList {...(mayRecord ? { act: add } : {})}>Nobody outside the school has been told yet.</EmptyList>
      ) : (
        <>
          <SummaryList rows={rows} />
          {mayRecord && <Way {...add} />}
        </>
      )}
    </CasePart>
  )
}

export const Way = ({ href, text }: { readonly href: string; readonly text: string }) => (
  <p class="govuk-body">
    <a class="govuk-link" href={href}>
      {text}
    </a>
  </p>
)

/** Who does what by when, open ones first. */
export function Actions({ view, mayRecord }: FootProps) {
  const add = { href: caseActUrl({ case: view.row.id, act: 'action' }), text: 'Give somebody something to do' }
  const sorted = view.actions.toSorted((a, b) => Number(a.done_at !== null) - Number(b.done_at !== null))
  const rows = sorted.map((action): SummaryRow => {
    const href = finishActionUrl({ case: view.row.id, action: action.id })
    const over = isOver(view.now, action.due_at)
    return {
      key: { text: action.what },
      value: {
        text: (
          <>
            {personWords(view, action.owner)},{' '}
            {action.done_at ? (
              <>
                ended <When view={view} at={action.done_at} />: {action.outcome}
              </>
            ) : (
              <StateTag state={over ? 'overdue' : 'due'}>{timeLeft(view.calendar, view.now, action.due_at)}</StateTag>
            )}
          </>
        ),
      },
      ...(mayRecord && action.done_at === null
        ? { actions: { items: [{ href, text: 'End', visuallyHiddenText: action.what }] } }
        : {}),
    }
  })
  return (
    <CasePart id="actions" title="Actions">
      {rows.length === 0 ? (
        <EmptyList {...(mayRecord ? { act: add } : {})}>Nobody has been given anything to do yet.</EmptyList>
      ) : (
        <>
          <SummaryList rows={rows} />
          {mayRecord && <Way {...add} />}
        </>
      )}
    </CasePart>
  )
}

/** Who looked at this case, from the journal. */
export function Looks({ view }: { readonly view: CaseView }) {
  return (
    <CasePart id="looks" title="Who looked at this case">
      <details class="govuk-details">
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">
            {view.looks.length === 1 ? '1 look' : `${view.looks.length} looks`}
          </span>
        </summary>
        <div class="govuk-details__text">
          <ul class="govuk-list">
            {view.looks.map(({ person, at, printed }) => (
              <li>
                {personWords(view, person)}, <When view={view} at={at} />
                {printed && ', printed'}
              </li>
            ))}
          </ul>
        </div>
      </details>
    </CasePart>
  )
}
