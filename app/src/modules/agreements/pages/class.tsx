import { Form } from '../../../web/components/app/form.js'
import { EmptyList } from '../../../web/components/app/empty-list.js'
import { StateTag } from '../../../web/components/app/state-tag.js'
import { Button } from '../../../web/components/govuk/button.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import { agreementsUrl, classSessionUrl, classUrl, endSessionUrl, handOverUrl, receiptUrl, talkedUrl } from '../urls.js'

/** A pupil of the class, and whether they have signed. */
export interface ClassPupil {
  readonly id: string
  readonly name: string
  readonly signed: boolean
  /** 'signed and in force', 'refused'; never why. */
  readonly state: string
  readonly signature: string | null
}

export interface ClassPageProps {
  readonly frame: Frame
  readonly classes: readonly string[]
  readonly chosen: string | null
  readonly agreements: readonly {
    readonly id: string
    readonly title: string
    readonly left: number
    readonly of: number
  }[]
  readonly running: readonly { readonly id: string; readonly title: string }[]
}

/** Choosing what a class signs. Talking about it comes first; the tablet comes after. */
export function ClassPage({ frame, classes, chosen, agreements, running }: ClassPageProps) {
  return (
    <Page frame={frame} title="Have your class sign" back={agreementsUrl()}>
      <h1 class="govuk-heading-l">Have your class sign{chosen && `: ${chosen}`}</h1>
      {classes.length > 1 && (
        <p class="govuk-body">
          Class:{' '}
          {classes.map((one) => (
            <>
              <a class="govuk-link" href={classUrl({ class: one })} aria-current={one === chosen ? 'page' : undefined}>
                {one}
              </a>{' '}
            </>
          ))}
        </p>
      )}
      {!chosen && <EmptyList>You have no class. Ask the office to put your class into the school’s records.</EmptyList>}
      {running.map(({ id, title }) => (
        <p class="govuk-body">
          <a class="govuk-link" href={classSessionUrl({ session: id })}>
            Running now: {title}
          </a>
        </p>
      ))}
      <ul class="hedgerow-records">
        {agreements.map(({ id, title, left, of }) => (
          <li class="hedgerow-records__record">
            <div>
              <h2 class="govuk-heading-s govuk-!-margin-bottom-1">{title}</h2>
              <p class="hedgerow-records__line">
                {left === 0 ? `All ${of} have signed.` : `${left} of ${of} still to sign.`}
              </p>
              <Form action={classUrl()}>
                <input type="hidden" name="class" value={chosen ?? ''} />
                <input type="hidden" name="agreement" value={id} />
                <Button text="Start" classes={left === 0 ? 'govuk-button--secondary' : ''} />
              </Form>
            </div>
          </li>
        ))}
      </ul>
    </Page>
  )
}

export interface ClassSessionPageProps {
  readonly frame: Frame
  readonly id: string
  readonly title: string
  readonly className: string
  readonly open: boolean
  /** The code for the tablet; only on the page that started it. */
  readonly code: string | null
  readonly tablet: string
  readonly pupils: readonly ClassPupil[]
  readonly talked: boolean
}

/** The lesson: the tablet's code, who is left, and the way to end it. The page is looked at again and again. */
export function ClassSessionPage(props: ClassSessionPageProps) {
  const { frame, id, title, className, open, code, tablet, pupils, talked } = props
  const left = pupils.filter(({ signed }) => !signed)
  return (
    <Page frame={frame} title={`${className}: who is left`} back={classUrl()} width="wide">
      <h1 class="govuk-heading-l">
        {className}: {left.length === 0 ? 'everybody has signed' : `${left.length} left`}
      </h1>
      <p class="govuk-body">{title}</p>
      {open && (
        <div class="hedgerow-columns">
          <section>
            <h2 class="govuk-heading-m">1. Talk about it</h2>
            {talked ? (
              <p class="govuk-body">
                <StateTag state="kept">Talked through with the class</StateTag>
              </p>
            ) : (
              <Form action={talkedUrl({ session: id })}>
                <Button text="We have talked it through" classes="govuk-button--secondary" />
              </Form>
            )}
          </section>
          <section>
            <h2 class="govuk-heading-m">2. One tablet for the class</h2>
            {code ? (
              <>
                <p class="govuk-body">
                  On the tablet open <strong class="agreement-code">{tablet}</strong> and type:
                </p>
                <p class="agreement-tablet-code">{code}</p>
              </>
            ) : (
              <p class="govuk-body">The code was shown when you started. To see one again, start afresh.</p>
            )}
            <Form action={handOverUrl({ session: id })}>
              <Button text="Use this device, and sign me out of it" classes="govuk-button--secondary" />
            </Form>
          </section>
        </div>
      )}
      <ClassList pupils={pupils} />
      <p class="govuk-body">
        <a class="govuk-link" href={classSessionUrl({ session: id })}>
          Look again
        </a>
      </p>
      {open && (
        <Form action={endSessionUrl({ session: id })}>
          <Button text="End" />
        </Form>
      )}
    </Page>
  )
}

function ClassList({ pupils }: { readonly pupils: readonly ClassPupil[] }) {
  return (
    <ul class="hedgerow-records" aria-label="The class">
      {pupils.map(({ name, signed, state, signature }) => (
        <li class="hedgerow-records__record">
          <div>
            {signature ? (
              <a class="govuk-link" href={receiptUrl({ signature })}>
                {name}
              </a>
            ) : (
              name
            )}
          </div>
          <div class="hedgerow-records__side">
            <StateTag state={signed ? 'kept' : 'waiting'}>{signed ? 'Signed' : state}</StateTag>
          </div>
        </li>
      ))}
    </ul>
  )
}
