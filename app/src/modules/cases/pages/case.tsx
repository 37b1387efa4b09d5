import { IdentityBar } from '../../../web/components/moj/identity-bar.js'
import { StateTag } from '../../../web/components/app/state-tag.js'
import type { KeptClause } from '../../../web/layout/foot.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { riskWords } from '../pack-names.js'
import type { ChronologyPart } from '../queries/chronology-of.js'
import type { CaseView } from '../queries/case-view.js'
import { caseActUrl, casePrintUrl, casesUrl } from '../urls.js'
import { Actions, Agencies, Looks, Parents } from './case-foot.js'
import { CaseChronology } from './case-chronology.js'
import { CasePathPart } from './case-path.js'
import { Concerns, People } from './case-people.js'
import { StepInHand, WayToStep } from './step-in-hand.js'
import type { StepInHandProps } from './step-in-hand.js'
import { personWords, When } from './case-words.js'
import { CaseClock } from './list.js'

export interface CasePageProps {
  readonly frame: Frame
  readonly keeps: readonly KeptClause[]
  readonly view: CaseView
  /** Only this part of the chronology, or all of it. */
  readonly only: ChronologyPart | null
  /** What the actor's posts allow here. */
  readonly may: { readonly record: boolean; readonly lead: boolean; readonly close: boolean }
  /** The form of the step in hand, where it is the actor's to enter. */
  readonly step: Omit<StepInHandProps, 'view'> | null
}

/** One case on one page: what happened beside what to do, then who is told, who does what, and who looked. */
export function CasePage({ frame, keeps, view, only, may, step }: CasePageProps) {
  const { row } = view
  const mayRecord = may.record && row.state === 'open'
  const mayLead = may.lead && row.state === 'open'
  return (
    <Page
      frame={frame}
      title="A case"
      width="wide"
      keeps={keeps}
      breadcrumbs={[{ text: 'Cases', href: casesUrl() }, { text: row.number }]}
      blur
    >
      <Head view={view} />
      {step && view.path?.now && <WayToStep view={view} />}
      <Ways view={view} may={may} />
      <div class="hedgerow-columns">
        <section aria-labelledby="what-happened">
          <h2 class="govuk-heading-m" id="what-happened">
            What happened
          </h2>
          <CaseChronology view={view} only={only} mayRecord={mayRecord} />
        </section>
        <section aria-labelledby="what-to-do">
          <h2 class="govuk-heading-m" id="what-to-do">
            What to do
          </h2>
          <CasePathPart view={view} mayRecord={mayRecord} mayLead={mayLead}>
            {step && <StepInHand {...step} view={view} />}
          </CasePathPart>
        </section>
      </div>
      <Parents view={view} mayRecord={mayRecord} />
      <Agencies view={view} mayRecord={mayRecord} />
      <Actions view={view} mayRecord={mayRecord} />
      <People view={view} mayRecord={mayRecord} mayLead={mayLead} />
      <Concerns view={view} mayRecord={mayRecord} />
      <Looks view={view} />
    </Page>
  )
}

function Head({ view }: { readonly view: CaseView }) {
  const { row, pack } = view
  const children = view.children.map(({ child }) =>
    child.person_id ? personWords(view, child.person_id) : child.described,
  )
  return (
    <>
      <IdentityBar title={{ text: <strong>{`Case ${row.number}, ${row.state}`}</strong> }} />
      <h1 class="govuk-heading-l">
        {children.length > 0 ? children.join(' and ') : 'No child named yet'}{' '}
        <CaseClock line={{ ...row, next_due: view.nextDue }} now={view.now} calendar={view.calendar} />
      </h1>
      <p class="govuk-body">
        {riskWords(pack, row)} {row.urgency === 'urgent' && row.state === 'open' && <StateTag state="urgent" />}
        <br />
        Led by {personWords(view, row.lead)}
        <br />
        Opened <When view={view} at={row.opened_at} />
        {row.closed_at && (
          <>
            , closed <When view={view} at={row.closed_at} />
          </>
        )}
      </p>
    </>
  )
}

/** The ways on from here. Closing leads to what is still open, where something is. */
function Ways({ view, may }: Pick<CasePageProps, 'view' | 'may'>) {
  const { row, open } = view
  const to = (act: string, text: string) => ({ href: caseActUrl({ case: row.id, act }), text })
  const closing = open.length > 0 ? `Close: ${open.length} still open` : 'Close this case'
  const ways = [
    ...(may.record && row.state === 'open'
      ? [
          to('entry', 'Add to the chronology'),
          to('decision', 'Write down a decision'),
          to('review', 'Review it'),
          to('risk', 'Say the risk'),
          to('headteacher', row.head_informed ? 'Headteacher: said' : 'Headteacher: told or not?'),
        ]
      : []),
    ...(may.lead && row.state === 'open' ? [to('lead', 'Hand it over')] : []),
    ...(may.close ? [row.state === 'open' ? to('close', closing) : to('reopen', 'Open it again')] : []),
    { href: casePrintUrl({ case: row.id }), text: 'Print' },
  ]
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
