import type { AgreementText } from '../../../engine/agreements/text.js'
import { Form } from '../../../web/components/app/form.js'
import { EmptyList } from '../../../web/components/app/empty-list.js'
import { StateTag } from '../../../web/components/app/state-tag.js'
import { Button } from '../../../web/components/govuk/button.js'
import { Input } from '../../../web/components/govuk/input.js'
import { Radios } from '../../../web/components/govuk/radios.js'
import { Select } from '../../../web/components/govuk/select.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import { agreementsUrl, leaveUrl, startDeskUrl, superviseUrl } from '../urls.js'
import { AgreementTextView } from './agreement-text.js'

export interface VisitLine {
  readonly id: string
  readonly name: string
  readonly about: string
  readonly arrived: string
  readonly left: string | null
  readonly pass: string | null
  readonly supervision: string | null
}

export interface VisitorsPageProps {
  readonly frame: Frame
  readonly visits: readonly VisitLine[]
  /** The desk's code, just after it was started. */
  readonly code: string | null
  readonly session: string | null
  readonly address: string
}

/** Who is here, who is with them online, and their passes; and the desk's own tablet. */
export function VisitorsPage({ frame, visits, code, session, address }: VisitorsPageProps) {
  return (
    <Page frame={frame} title="Visitors" back={agreementsUrl()} width="wide">
      <h1 class="govuk-heading-l">Visitors</h1>
      <section class="govuk-!-margin-bottom-6">
        <h2 class="govuk-heading-m">The desk’s tablet</h2>
        {code ? (
          <>
            <p class="govuk-body">
              On the tablet open <strong class="agreement-code">{address}</strong> and type:
            </p>
            <p class="agreement-tablet-code">{code}</p>
            {session && (
              <Form action={session}>
                <Button text="Use this device, and sign me out of it" classes="govuk-button--secondary" />
              </Form>
            )}
          </>
        ) : (
          <Form action={startDeskUrl()}>
            <Button text="Start the desk for today" />
          </Form>
        )}
      </section>
      {visits.length === 0 && <EmptyList>Nobody has signed in at the desk lately.</EmptyList>}
      <ul class="hedgerow-records">
        {visits.map((visit) => (
          <Visit visit={visit} />
        ))}
      </ul>
    </Page>
  )
}

function Visit({ visit }: { readonly visit: VisitLine }) {
  const { id, name, about, arrived, left, pass, supervision } = visit
  return (
    <li class="hedgerow-records__record" id={id}>
      <div>
        <strong>{name}</strong> {about}
        <p class="hedgerow-records__line">
          Came {arrived}
          {left && `, left ${left}`}
        </p>
        {pass && <p class="hedgerow-records__line">{pass}</p>}
        {supervision ? (
          <p class="hedgerow-records__line">{supervision}</p>
        ) : (
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">Who is with them?</span>
            </summary>
            <div class="govuk-details__text">
              <Form action={superviseUrl({ visit: id })}>
                <Select
                  id={`supervision-${id}`}
                  name="supervision"
                  label={{ text: 'While they use our technology' }}
                  items={[
                    { value: 'accompanied', text: 'Somebody is with them all the time' },
                    { value: 'nearby', text: 'Somebody is nearby and looks in' },
                    { value: 'alone', text: 'Nobody needs to be: no children are there' },
                  ]}
                />
                <Input id={`supervisor-${id}`} name="supervisor" label={{ text: 'Who?' }} />
                <Button text="Keep" classes="govuk-button--secondary" />
              </Form>
            </div>
          </details>
        )}
        {!left && (
          <Form action={leaveUrl({ visit: id })} classes="hedgerow-inline-form">
            <Button text={`${name} has left`} classes="govuk-button--secondary govuk-!-margin-bottom-1" />
          </Form>
        )}
      </div>
      <div class="hedgerow-records__side">
        {supervision ? (
          <StateTag state="kept">Supervision kept</StateTag>
        ) : (
          <StateTag state="due">Say who is with them</StateTag>
        )}
      </div>
    </li>
  )
}

export interface DeskPageProps {
  readonly frame: Frame
  readonly action: string
  readonly formKey: string
  readonly text: AgreementText
  readonly organisation: AgreementText | null
  readonly typed: Readonly<Record<string, string>>
  readonly problems: readonly { readonly field: string; readonly sentence: string }[]
}

/** The desk's tablet: a visitor says who they are, reads, and signs. */
export function DeskPage({ frame, action, formKey, text, organisation, typed, problems }: DeskPageProps) {
  const errorFor = (field: string) => {
    const found = problems.find((problem) => problem.field === field)
    return found ? { errorMessage: { text: found.sentence } } : {}
  }
  return (
    <Page
      frame={frame}
      title="Welcome"
      errors={problems.map(({ field, sentence }) => ({ text: sentence, href: `#${field}` }))}
    >
      <h1 class="govuk-heading-l">Welcome</h1>
      <Form action={action}>
        <input type="hidden" name="key" value={formKey} />
        <Input
          name="name"
          label={{ text: 'Your full name', classes: 'govuk-label--s' }}
          value={typed['name'] ?? ''}
          {...errorFor('name')}
        />
        <Radios
          name="kind"
          value={typed['kind'] ?? null}
          fieldset={{ legend: { text: 'You are', classes: 'govuk-fieldset__legend--s' } }}
          items={[
            { value: 'visitor', text: 'A visitor' },
            { value: 'supply', text: 'Supply or agency staff' },
            { value: 'community', text: 'Here for a club or a community group' },
            ...(organisation ? [{ value: 'organisation', text: 'Signing for an organisation that works here' }] : []),
          ]}
          {...errorFor('kind')}
        />
        <Input
          name="organisation"
          label={{ text: 'Who you work for, if anybody' }}
          value={typed['organisation'] ?? ''}
        />
        <Input name="seeing" label={{ text: 'Whom you are seeing' }} value={typed['seeing'] ?? ''} />
        <Radios
          name="guest"
          value={typed['guest'] ?? 'no'}
          classes="govuk-radios--inline"
          fieldset={{ legend: { text: 'Do you need our internet today?', classes: 'govuk-fieldset__legend--s' } }}
          items={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
        />
        <h2 class="govuk-heading-m">{text.title}</h2>
        <p class="govuk-body">{text.intro}</p>
        <AgreementTextView text={text} />
        {organisation && (
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">For organisations: {organisation.title}</span>
            </summary>
            <div class="govuk-details__text">
              <AgreementTextView text={organisation} />
            </div>
          </details>
        )}
        <p class="govuk-body govuk-!-font-weight-bold">{text.promise}</p>
        <Button text="Sign" preventDoubleClick />
      </Form>
    </Page>
  )
}

export interface DeskDonePageProps {
  readonly frame: Frame
  readonly name: string
  readonly receipt: string
  /** The pass, or why there is none; null where none was asked for. */
  readonly pass: { readonly code: string | null; readonly words: string } | null
  readonly again: string
}

/** Thank you, and the guest pass where the gate said yes. */
export function DeskDonePage({ frame, name, receipt, pass, again }: DeskDonePageProps) {
  return (
    <Page frame={frame} title="Thank you">
      <h1 class="govuk-heading-l">Thank you, {name}</h1>
      {pass && (
        <>
          <h2 class="govuk-heading-m">Guest pass</h2>
          {pass.code && <p class="agreement-tablet-code">{pass.code}</p>}
          <p class="govuk-body">{pass.words}</p>
        </>
      )}
      <p class="govuk-body">
        Your receipt code: <strong class="agreement-code">{receipt}</strong>
      </p>
      <Button href={again} text="Next visitor" />
    </Page>
  )
}
