import { Form } from '../../../web/components/app/form.js'
import { EmptyList } from '../../../web/components/app/empty-list.js'
import { StateTag } from '../../../web/components/app/state-tag.js'
import { Button } from '../../../web/components/govuk/button.js'
import { Input } from '../../../web/components/govuk/input.js'
import { Select } from '../../../web/components/govuk/select.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import { agreementsUrl, decisionUrl, endGrantUrl, gateUrl, grantUrl, personUrl } from '../urls.js'

export interface GrantLine {
  readonly id: string
  readonly name: string
  readonly what: string
  readonly detail: string | null
  readonly granted: string
  readonly by: string
  readonly ended: string | null
  readonly decision: string
}

export interface GatePageProps {
  readonly frame: Frame
  readonly person: {
    readonly id: string
    readonly name: string
    readonly may: readonly {
      readonly what: string
      readonly text: string
      readonly yes: boolean
      readonly why: readonly string[]
    }[]
  } | null
  readonly sought: string
  readonly found: readonly { readonly id: string; readonly name: string; readonly about: string }[]
  readonly grants: readonly GrantLine[]
  readonly mayGrant: boolean
}

/** The register of what has been given, and the gate that is asked before anything is. */
export function GatePage({ frame, person, sought, found, grants, mayGrant }: GatePageProps) {
  return (
    <Page frame={frame} title="The gate" back={agreementsUrl()} width="wide">
      <h1 class="govuk-heading-l">The gate</h1>
      <p class="govuk-body">
        Logins, internet, equipment and passes are given only after the right signature and training.
      </p>
      <Form action={gateUrl()}>
        <Input
          name="sought"
          label={{ text: 'Who?', classes: 'govuk-label--m' }}
          hint={{ text: 'Part of a name, or a class' }}
          value={sought}
        />
        <Button text="Find" classes="govuk-button--secondary" />
      </Form>
      <ul class="govuk-list">
        {found.map(({ id, name, about }) => (
          <li>
            <a class="govuk-link" href={gateUrl({ person: id })}>
              {name}
            </a>{' '}
            {about}
          </li>
        ))}
      </ul>
      {person && <Asked person={person} mayGrant={mayGrant} />}
      <h2 class="govuk-heading-m">{person ? `Given to ${person.name}` : 'The register'}</h2>
      {!person && (
        <p class="govuk-body">
          <a class="govuk-link" href={gateUrl({ as: 'csv' })}>
            The whole register as a spreadsheet (CSV)
          </a>
        </p>
      )}
      {grants.length === 0 && <EmptyList>Nothing has been given yet.</EmptyList>}
      <ul class="hedgerow-records">
        {grants.map((grant) => (
          <Grant grant={grant} mayGrant={mayGrant} />
        ))}
      </ul>
    </Page>
  )
}

function Asked({
  person,
  mayGrant,
}: {
  readonly person: NonNullable<GatePageProps['person']>
  readonly mayGrant: boolean
}) {
  const open = person.may.filter(({ yes }) => yes)
  return (
    <section>
      <h2 class="govuk-heading-m">
        <a class="govuk-link" href={personUrl({ person: person.id })}>
          {person.name}
        </a>
      </h2>
      <ul class="hedgerow-records">
        {person.may.map(({ text, yes, why }) => (
          <li class="hedgerow-records__record">
            <div>
              {text}
              {why.map((sentence) => (
                <p class="hedgerow-records__line">{sentence}</p>
              ))}
            </div>
            <div class="hedgerow-records__side">
              <StateTag state={yes ? 'kept' : 'waiting'}>{yes ? 'May have it' : 'Not yet'}</StateTag>
            </div>
          </li>
        ))}
      </ul>
      {mayGrant && (
        <Form action={grantUrl()}>
          <input type="hidden" name="person" value={person.id} />
          <Select
            name="what"
            label={{ text: 'Give' }}
            items={person.may.map(({ what, text }) => ({ value: what, text }))}
            value={open[0]?.what ?? null}
          />
          <Input
            name="detail"
            label={{ text: 'Which?' }}
            hint={{ text: 'The group, the device, the username: “Laptop 17”' }}
          />
          <Button text="Ask the gate, and give it if it says yes" />
        </Form>
      )}
    </section>
  )
}

function Grant({ grant, mayGrant }: { readonly grant: GrantLine; readonly mayGrant: boolean }) {
  const { id, name, what, detail, granted, by, ended, decision } = grant
  return (
    <li class="hedgerow-records__record">
      <div>
        <strong>{name}</strong>: {what}
        {detail && ` (${detail})`}
        <p class="hedgerow-records__line">
          {granted}, by {by}.{' '}
          <a class="govuk-link" href={decisionUrl({ decision })}>
            Why
          </a>
        </p>
        {ended && <p class="hedgerow-records__line">{ended}</p>}
        {!ended && mayGrant && (
          <Form action={endGrantUrl({ grant: id })} classes="hedgerow-inline-form">
            <Button text="Take it back" classes="govuk-button--secondary govuk-!-margin-bottom-1" />
          </Form>
        )}
      </div>
      <div class="hedgerow-records__side">
        {ended ? <StateTag state="closed">Ended</StateTag> : <StateTag state="kept">Given</StateTag>}
      </div>
    </li>
  )
}

export interface DecisionPageProps {
  readonly frame: Frame
  readonly title: string
  readonly verdict: 'yes' | 'no' | 'ask'
  readonly at: string
  readonly id: string
  readonly reasons: readonly { readonly verdict: string; readonly words: string; readonly mend: string | null }[]
  readonly clauses: readonly { readonly number: string; readonly url: string; readonly text: string }[]
  readonly back: string
}

/** One decision: what was asked, the answer, every reason, and what would mend a no. */
export function DecisionPage({ frame, title, verdict, at, id, reasons, clauses, back }: DecisionPageProps) {
  return (
    <Page frame={frame} title="Decision" back={back}>
      <span class="govuk-caption-l">{at}</span>
      <h1 class="govuk-heading-l">
        {title}: {verdict === 'yes' ? 'yes' : verdict === 'no' ? 'not yet' : 'somebody has to decide'}
      </h1>
      <ul class="hedgerow-records">
        {reasons.map((reason) => (
          <li class="hedgerow-records__record">
            <div>
              {reason.words}
              {reason.mend && (
                <p class="hedgerow-records__line">
                  <strong>What to do:</strong> {reason.mend}
                </p>
              )}
            </div>
            <div class="hedgerow-records__side">
              <StateTag state={reason.verdict === 'yes' ? 'kept' : 'waiting'}>
                {reason.verdict === 'yes' ? 'In place' : 'Missing'}
              </StateTag>
            </div>
          </li>
        ))}
      </ul>
      {clauses.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What the policy says</h2>
          <ul class="govuk-list">
            {clauses.map(({ number, url, text }) => (
              <li>
                <a class="govuk-link" href={url}>
                  {number}
                </a>{' '}
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="govuk-body-s">
        Decision <span class="agreement-code">{id}</span>
      </p>
    </Page>
  )
}
