import type { Temporal } from 'temporal-polyfill'
import { Form } from '../../../web/components/app/form.js'
import { Time } from '../../../web/components/app/time.js'
import { Button } from '../../../web/components/govuk/button.js'
import { InsetText } from '../../../web/components/govuk/inset-text.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import { endCalendarUrl, makeCalendarUrl, remindersUrl, weeklyMailUrl } from '../urls.js'

export interface RemindersPageProps {
  readonly frame: Frame
  readonly now: Temporal.Instant
  readonly weekly_mail: boolean
  /** Since when a calendar address is open; null for none. */
  readonly calendar_since: Temporal.Instant | null
  /** Whether the school sends mail at all. */
  readonly mailIsSet: boolean
}

/** How I am reminded: one mail a week, and my deadlines in my own calendar. */
export function RemindersPage(props: RemindersPageProps) {
  return (
    <Page frame={props.frame} title="How you are reminded">
      <h1 class="govuk-heading-l">How you are reminded</h1>
      <WeeklyMail {...props} />
      <Calendar {...props} />
    </Page>
  )
}

function WeeklyMail({ weekly_mail: on, mailIsSet }: RemindersPageProps) {
  return (
    <section aria-labelledby="mail">
      <h2 class="govuk-heading-m" id="mail">
        The mail of the week
      </h2>
      <p class="govuk-body">
        {on
          ? 'On Mondays in term, at 7:30, you get one mail if something waits for you. It says how many things wait, and never what or about whom.'
          : 'You get no mail of the week. What waits for you still shows under “Today”.'}
      </p>
      {!mailIsSet && <InsetText>No mail leaves yet: the school has not said by which server.</InsetText>}
      <Form action={weeklyMailUrl()}>
        <input type="hidden" name="mail" value={on ? 'off' : 'on'} />
        <Button
          classes="govuk-button--secondary"
          text={on ? 'Send me none' : 'Send me the mail of the week'}
          preventDoubleClick
        />
      </Form>
    </section>
  )
}

function Calendar({ calendar_since: since, now }: RemindersPageProps) {
  return (
    <section aria-labelledby="calendar">
      <h2 class="govuk-heading-m" id="calendar">
        Your deadlines in your own calendar
      </h2>
      <p class="govuk-body">
        Outlook, Google and Apple calendars can show what you owe and when: deadlines, reviews, meetings and renewals.
        An entry says “Answer a child”, never which child.
      </p>
      {since && (
        <p class="govuk-body">
          Your calendar has an address since <Time at={since} now={now} />. It was shown once. If you lost it, or
          somebody else may have it, make a new one: the old one then opens nothing.
        </p>
      )}
      <div class="govuk-button-group">
        <Form action={makeCalendarUrl()}>
          <Button text={since ? 'Make a new address' : 'Make an address'} preventDoubleClick />
        </Form>
        {since && (
          <Form action={endCalendarUrl()}>
            <Button classes="govuk-button--secondary" text="Close the address" preventDoubleClick />
          </Form>
        )}
      </div>
    </section>
  )
}

/** The address, shown this once. */
export function NewCalendarPage({ frame, address }: { readonly frame: Frame; readonly address: string }) {
  return (
    <Page
      frame={frame}
      title="Your calendar’s address"
      breadcrumbs={[{ text: 'How you are reminded', href: remindersUrl() }, { text: 'Your calendar’s address' }]}
    >
      <h1 class="govuk-heading-l">Your calendar’s address</h1>
      <p class="govuk-body">
        Copy it now: it is shown once. In Outlook choose “Add calendar”, then “Subscribe from web”; in Google Calendar
        “From URL”; on an iPhone “Add subscription calendar”.
      </p>
      <InsetText>
        <code class="hedgerow-address">{address}</code>
      </InsetText>
      <p class="govuk-body">
        Whoever has this address can see when you have deadlines, and nothing else. Give it to nobody.
      </p>
      <Button href={remindersUrl()} text="I have copied it" />
    </Page>
  )
}
