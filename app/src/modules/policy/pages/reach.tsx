import { EmptyList } from '../../../web/components/app/empty-list.js'
import { Form } from '../../../web/components/app/form.js'
import { StateTag } from '../../../web/components/app/state-tag.js'
import { Button } from '../../../web/components/govuk/button.js'
import { InsetText } from '../../../web/components/govuk/inset-text.js'
import { Table } from '../../../web/components/govuk/table.js'
import { fullDate, spokenDate } from '../../../web/dates.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import type { Reached } from '../queries/receipts.js'
import type { PolicyAnnouncementRow, PolicyReceiptRow, PolicySessionRow } from '../reach-schema.js'
import type { Temporal } from 'temporal-polyfill'
import { announceUrl, classUrl, letterUrl, reachUrl, readUrl, sessionUrl } from '../urls.js'
import { PolicyNav } from './policy-nav.js'

export interface ReachPageProps {
  readonly frame: Frame
  readonly version: number
  readonly today: Temporal.PlainDate
  /** What the reader themselves have of it. */
  readonly mine: Readonly<Partial<Record<'provided' | 'read' | 'discussed', PolicyReceiptRow>>>
  /** Empty for a reader who may not see who has it. */
  readonly people: readonly Reached[]
  readonly classes: readonly { readonly code: string; readonly held: Temporal.PlainDate | null }[]
  readonly sessions: readonly (PolicySessionRow & { readonly absent: number })[]
  readonly told: readonly (PolicyAnnouncementRow & { readonly title: string })[]
  readonly may: { readonly write: boolean; readonly record: boolean }
}

/** Whom the version in force has reached: given and talked through are two facts, for each person. */
export function ReachPage(props: ReachPageProps) {
  const { frame, version, people, today } = props
  const done = people.filter(({ facts }) => facts.provided && facts.discussed).length
  return (
    <Page frame={frame} title="Who has the policy" width="wide">
      <PolicyNav here="Who has it" />
      <h1 class="govuk-heading-l">Who has version {version}</h1>
      <Mine {...props} />
      {people.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Staff and governors</h2>
          <p class="govuk-body">
            {done} of {people.length} have been given it and have talked it through.
          </p>
          <ul class="hedgerow-records">
            {people.map(({ name, jobTitle, facts }) => (
              <li class="hedgerow-records__record">
                <div>
                  <strong>{name}</strong>
                  {jobTitle && <p class="hedgerow-records__line">{jobTitle}</p>}
                  <p class="hedgerow-records__line">
                    {steps.map(({ fact, words }) => `${words}: ${said(facts[fact], today)}`).join(' · ')}
                  </p>
                </div>
                <div class="hedgerow-records__side">
                  {facts.provided && facts.discussed ? (
                    <StateTag state="kept">Given and talked through</StateTag>
                  ) : (
                    <StateTag state="waiting">{facts.provided ? 'Still to talk through' : 'Not given yet'}</StateTag>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      <Classes {...props} />
      <Told {...props} />
    </Page>
  )
}

const steps = [
  { fact: 'provided', words: 'given' },
  { fact: 'read', words: 'read' },
  { fact: 'discussed', words: 'talked through' },
] as const

const said = (receipt: PolicyReceiptRow | undefined, today: Temporal.PlainDate): string =>
  receipt ? `${spokenDate(receipt.happened_on, today)} (${receipt.how})` : 'not yet'

function Mine({ mine, today }: ReachPageProps) {
  return (
    <InsetText>
      {mine.read ? (
        `You said that you have read it: ${spokenDate(mine.read.happened_on, today)}. ${mine.discussed ? 'It was talked through with you.' : 'It has not been talked through with you yet.'}`
      ) : (
        <>
          <p class="govuk-body">You have not said yet that you have read this version.</p>
          <Form action={readUrl()}>
            <Button text="I have been given it and have read it" />
          </Form>
        </>
      )}
    </InsetText>
  )
}

function Classes({ classes, may, today }: ReachPageProps) {
  if (classes.length === 0) return null
  const left = classes.filter(({ held }) => held === null).length
  return (
    <>
      <h2 class="govuk-heading-m">Classes this school year</h2>
      <p class="govuk-body">
        {left === 0
          ? 'Every class has met the policy this year.'
          : `${left} of ${classes.length} classes have not met the policy this year.`}
      </p>
      <Table
        head={[{ text: 'Class' }, { text: 'Met it' }]}
        firstCellIsHeader
        rows={classes.map(({ code, held }) => [
          { text: code },
          {
            text: held ? (
              spokenDate(held, today)
            ) : may.record ? (
              <a class="govuk-link" href={classUrl({ class: code })}>
                Not yet: record it<span class="govuk-visually-hidden"> for {code}</span>
              </a>
            ) : (
              'Not yet'
            ),
          },
        ])}
      />
    </>
  )
}

function Told({ sessions, told, may }: ReachPageProps) {
  return (
    <>
      <h2 class="govuk-heading-m">Sessions, letters and links</h2>
      {sessions.length + told.length === 0 && <EmptyList>Nothing has been recorded for this version yet.</EmptyList>}
      <ul class="govuk-list govuk-list--bullet">
        {sessions.map(({ held_on, kind, absent, points, class_code }) => (
          <li>
            {fullDate(held_on)}: {kindWords[kind]}
            {class_code && `, ${class_code}`}. {points} {absent > 0 && `${absent} were not there and stay outstanding.`}
          </li>
        ))}
        {told.map(({ told_on, title, channel, reached }) => (
          <li>
            {fullDate(told_on)}: {title}, by {channel}, {reached} people.
          </li>
        ))}
      </ul>
      {may.write && (
        <ul class="govuk-list hedgerow-ways">
          <li>
            <a class="govuk-link" href={sessionUrl()}>
              Record a session
            </a>
          </li>
          <li>
            <a class="govuk-link" href={announceUrl()}>
              Record that people were told
            </a>
          </li>
          <li>
            <a class="govuk-link" href={letterUrl()}>
              Letter to parents
            </a>
          </li>
        </ul>
      )}
    </>
  )
}

const kindWords = {
  discussion: 'staff talked it through',
  awareness: 'an awareness session',
  class: 'a class met it',
  transition: 'a class moving up met it',
  induction: 'somebody new was taken through it',
} as const

export interface LetterPageProps {
  readonly frame: Frame
  readonly school: string
  readonly version: number
  readonly from: Temporal.PlainDate
  readonly changes: readonly string[]
  /** The public page's full address, or null where the school keeps the policy to itself. */
  readonly address: string | null
}

/** A letter to parents, to print: where the policy is, what changed, in few words. */
export function LetterPage({ frame, school, version, from, changes, address }: LetterPageProps) {
  return (
    <Page frame={frame} title="Letter to parents" back={reachUrl()}>
      <h1 class="govuk-heading-l">Keeping children safe online</h1>
      <p class="govuk-body">Dear parents and carers,</p>
      <p class="govuk-body">
        {school} has an online-safety policy. Version {version} is in force from {fullDate(from)}.
      </p>
      {address === null ? (
        <p class="govuk-body">Ask the school office for a copy. There is one in plain words, and one for your child.</p>
      ) : (
        <p class="govuk-body">
          Read it at <strong class="hedgerow-typed">{address}</strong>. There you also find it in plain words, and a
          page for your child.
        </p>
      )}
      {changes.length > 0 && (
        <>
          <p class="govuk-body">What is new:</p>
          <ul class="govuk-list govuk-list--bullet">
            {changes.map((change) => (
              <li>{change}</li>
            ))}
          </ul>
        </>
      )}
      <p class="govuk-body">If anything is unclear, ask your child’s teacher or the headteacher.</p>
    </Page>
  )
}
