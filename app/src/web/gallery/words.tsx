import { EmptyList } from '../components/app/empty-list.js'
import { MustNots } from '../components/app/must-nots.js'
import { StateTag, type State } from '../components/app/state-tag.js'
import { Button } from '../components/govuk/button.js'
import { Details } from '../components/govuk/details.js'
import { InsetText } from '../components/govuk/inset-text.js'
import { NotificationBanner } from '../components/govuk/notification-banner.js'
import { Panel } from '../components/govuk/panel.js'
import { Tabs } from '../components/govuk/tabs.js'
import { Tag } from '../components/govuk/tag.js'
import { WarningText } from '../components/govuk/warning-text.js'
import { Badge } from '../components/moj/badge.js'

const states: readonly State[] = [
  'kept',
  'due',
  'broken',
  'attested',
  'unknown',
  'waiting',
  'overdue',
  'urgent',
  'new',
  'closed',
]
const colours = ['grey', 'green', 'teal', 'blue', 'purple', 'magenta', 'red', 'orange', 'yellow']
const badges = ['purple', 'bright-purple', 'red', 'green', 'blue', 'black', 'grey']

/** Everything that says something: headings, notices, states, folded passages. */
export function Words() {
  return (
    <>
      <h1 class="govuk-heading-xl">Words and states</h1>
      <p class="govuk-body-l">A school’s promises about being safe online, and who keeps them.</p>
      <p class="govuk-body">
        Ordinary text with <a href="#main">a link</a> and <strong>something strong</strong>, in lines that are never
        longer than is good for reading.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>One thing</li>
        <li>Another</li>
      </ul>
      <WarningText>If a child is in danger now, ring 999.</WarningText>
      <InsetText>Keep the screen as it is. Do not look for more.</InsetText>
      <MustNots sentences={['Do not copy or forward the image.', 'Do not ask to see it.']} />
      <Details summaryText="The child’s own words">Write them as they were said, in quotation marks.</Details>
      <h2 class="govuk-heading-m">States</h2>
      <p class="govuk-body">
        {states.map((state) => (
          <>
            <StateTag state={state} />{' '}
          </>
        ))}
      </p>
      <p class="govuk-body">
        {colours.map((colour) => (
          <>
            <Tag classes={`govuk-tag--${colour}`} text={colour} />{' '}
          </>
        ))}
        <Tag text="plain" />
      </p>
      <p class="govuk-body">
        {badges.map((colour) => (
          <>
            <Badge classes={`moj-badge--${colour}`} text={colour} />{' '}
          </>
        ))}
        <Badge text="plain" />
      </p>
      <MoreWords />
    </>
  )
}

function MoreWords() {
  return (
    <>
      <Panel headingLevel={2} titleText="Your report has been sent">
        Your reference <strong>7K3Q-9XPM</strong>
      </Panel>
      <Panel
        headingLevel={2}
        classes="govuk-panel--interruption"
        titleText="Is a child in danger now?"
        text="Ring 999 first. This page waits."
        actions={{ items: [{ text: 'I have done this' }, { text: 'Go back', href: '#main' }] }}
      />
      <NotificationBanner titleId="note" disableAutoFocus>
        <p class="govuk-notification-banner__heading">
          The half-term break begins tomorrow.{' '}
          <a class="govuk-notification-banner__link" href="#main">
            Who covers?
          </a>
        </p>
      </NotificationBanner>
      <NotificationBanner type="success" role="region" titleId="done" titleText="Done" text="The entry is sealed." />
      <Button text="Send the report" /> <Button classes="govuk-button--secondary" text="Save and leave" />{' '}
      <Button classes="govuk-button--warning" text="Close the case" />{' '}
      <Button href="#main" text="Start" isStartButton />
      <EmptyList act={{ href: '#main', text: 'Report a concern' }}>
        No concern is waiting for you. New ones appear here as soon as somebody sends one.
      </EmptyList>
      <Tabs
        idPrefix="tab"
        title="Views"
        items={[
          { label: 'Chronology', panel: { text: 'What happened, newest first.' } },
          { label: 'People', panel: { text: <p class="govuk-body">Who is in it.</p> } },
        ]}
      />
    </>
  )
}
