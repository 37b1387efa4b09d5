import { Form } from '../../../web/components/app/form.js'
import { EmptyList } from '../../../web/components/app/empty-list.js'
import { StateTag } from '../../../web/components/app/state-tag.js'
import { Button } from '../../../web/components/govuk/button.js'
import { Select } from '../../../web/components/govuk/select.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import { agreementsUrl, chaseUrl, lettersUrl, linksUrl, personUrl } from '../urls.js'

export interface ChaseLine {
  readonly id: string
  readonly name: string
  readonly about: string
  readonly owes: readonly { readonly title: string; readonly state: string; readonly over: boolean }[]
}

export interface ChasePageProps {
  readonly frame: Frame
  readonly groups: readonly { readonly value: string; readonly text: string }[]
  readonly group: string
  readonly lines: readonly ChaseLine[]
  readonly total: number
  /** Of this group: parents who owe a signature and have an address. */
  readonly links: number
  readonly schoolOwes: number
}

/** Who has not signed, class by class or by kind, and the ways to reach them. */
export function ChasePage({ frame, groups, group, lines, total, links, schoolOwes }: ChasePageProps) {
  const isClass = group.startsWith('class ')
  return (
    <Page frame={frame} title="Who has not signed" back={agreementsUrl()} width="wide">
      <h1 class="govuk-heading-l">Who has not signed</h1>
      <p class="govuk-body">{total === 0 ? 'Everybody has signed.' : `${total} people owe a signature.`}</p>
      <form method="get" action={chaseUrl()}>
        <Select name="group" label={{ text: 'Show' }} value={group} items={groups} />
        <Button text="Show" classes="govuk-button--secondary" />
      </form>
      {isClass && lines.length > 0 && (
        <div class="govuk-button-group">
          <Form action={linksUrl()}>
            <input type="hidden" name="group" value={group} />
            <Button text={`Send ${links} ${links === 1 ? 'link' : 'links'} to parents`} disabled={links === 0} />
          </Form>
          <Form action={lettersUrl()}>
            <input type="hidden" name="group" value={group} />
            <Button text="Print letters for this class" classes="govuk-button--secondary" />
          </Form>
          {schoolOwes > 0 && (
            <Form action={chaseUrl()}>
              <input type="hidden" name="group" value={group} />
              <Button text={`Sign ${schoolOwes} for the school`} classes="govuk-button--secondary" />
            </Form>
          )}
        </div>
      )}
      {lines.length === 0 && <EmptyList>Nobody here owes a signature.</EmptyList>}
      <ul class="hedgerow-records">
        {lines.map(({ id, name, about, owes }) => (
          <li class="hedgerow-records__record">
            <div>
              <a class="govuk-link govuk-!-font-weight-bold" href={personUrl({ person: id })}>
                {name}
              </a>{' '}
              <span class="hedgerow-records__line">{about}</span>
              {owes.map(({ title, state }) => (
                <p class="hedgerow-records__line">
                  {title}: {state}
                </p>
              ))}
            </div>
            <div class="hedgerow-records__side">
              {owes.some(({ over }) => over) ? <StateTag state="overdue">Limited</StateTag> : <StateTag state="due" />}
            </div>
          </li>
        ))}
      </ul>
    </Page>
  )
}

export interface LettersPageProps {
  readonly frame: Frame
  readonly school: string
  readonly className: string
  readonly address: string
  readonly until: string
  readonly letters: readonly { readonly first: string; readonly code: string }[]
  readonly phone: string | null
}

/** A letter a page, with a code that works once. Printed now or never: no copy of the codes is kept. */
export function LettersPage({ frame, school, className, address, until, letters, phone }: LettersPageProps) {
  return (
    <Page frame={frame} title={`Letters for ${className}`} back={chaseUrl({ group: `class ${className}` })}>
      <div class="hedgerow-no-print">
        <h1 class="govuk-heading-l">Letters for {className}</h1>
        <p class="govuk-body">
          {letters.length === 1 ? 'One letter.' : `${letters.length} letters, one to a page.`} Print now: the codes are
          kept nowhere, and older letters of this class no longer work.
        </p>
      </div>
      {letters.map(({ first, code }) => (
        <article class="agreement-letter">
          <h2 class="govuk-heading-m">{school}</h2>
          <p class="govuk-body">
            To the family of {first}, class {className}
          </p>
          <p class="govuk-body">
            Please read and sign our agreement for parents and carers. It takes about three minutes on any phone, in
            English, polski or العربية.
          </p>
          <p class="govuk-body">
            1. Open <strong>{address}</strong>
            <br />
            2. Type this code:
          </p>
          <p class="agreement-tablet-code">{code}</p>
          <p class="govuk-body">
            It works once, until {until}. No phone? Ask the office for paper{phone && `: ${phone}`}.
          </p>
        </article>
      ))}
    </Page>
  )
}
