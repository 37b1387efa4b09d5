import { Temporal } from 'temporal-polyfill'
import { Chronology } from '../components/app/chronology.js'
import { Confirmation } from '../components/app/confirmation.js'
import { MustNots } from '../components/app/must-nots.js'
import { StateTag } from '../components/app/state-tag.js'
import { StepsPath } from '../components/app/steps-path.js'
import { Time } from '../components/app/time.js'
import { Button } from '../components/govuk/button.js'
import { IdentityBar } from '../components/moj/identity-bar.js'
import { Messages } from '../components/moj/messages.js'
import { Timeline } from '../components/moj/timeline.js'

const now = Temporal.Instant.from('2026-11-24T10:42:00Z')
const when = <Time at={now} now={now} />

/** A case: its chronology beside the procedure as a path, and the confirmation that began it. */
export function CaseParts() {
  return (
    <>
      <IdentityBar title={{ text: <strong>Case 27, open</strong> }} />
      <h1 class="govuk-heading-l">
        Case 27 <StateTag state="due">2 school hours left</StateTag>
      </h1>
      <div class="hedgerow-columns">
        <section aria-labelledby="chronology">
          <h2 class="govuk-heading-m" id="chronology">
            What happened
          </h2>
          <Chronology entries={entries} />
        </section>
        <section aria-labelledby="procedure">
          <h2 class="govuk-heading-m" id="procedure">
            What to do
          </h2>
          <StepsPath steps={steps} />
        </section>
      </div>
      <Talk />
    </>
  )
}

const entries = [
  { id: 'entry-3', kind: 'Entry', when, by: 'Amira Khan', text: 'Rang home. Nobody answered.\nWill try at 3.' },
  {
    id: 'entry-2',
    kind: 'Decision',
    when,
    by: 'Amira Khan',
    text: 'The police are not told for now.',
    decision: { reasons: 'No child is at risk tonight, and the parents agree.' },
  },
  {
    id: 'entry-1',
    kind: 'Correction',
    when,
    by: 'Idris Bevan',
    text: 'It was at the morning break.',
    corrects: { text: 'It was at lunch.', by: 'Idris Bevan', when },
  },
]

const steps = [
  { title: 'Do not view, copy or forward the image', place: 'done' as const, note: <>Idris Bevan, {when}</> },
  {
    title: 'Is any child in immediate danger?',
    place: 'now' as const,
    note: 'You, within 1 school hour',
    children: (
      <>
        <MustNots sentences={['Do not ask the child to show it.']} />
        <Button text="Answer" />
      </>
    ),
  },
  { title: 'Hold a review meeting', place: 'next' as const, note: 'within 2 school days' },
  { title: 'Tell the technician', place: 'left-out' as const, note: 'Not needed: no school device was used' },
]

function Talk() {
  const at = '2026-11-24T10:42:00Z'
  return (
    <>
      <Timeline
        items={[
          { label: { text: 'Policy activated' }, text: 'Version 2', datetime: { timestamp: at, text: 'today 10:42' } },
        ]}
      />
      <Messages
        label="Conversation"
        items={[
          { type: 'received', sender: 'You', text: 'Thank you', timestamp: at, date: 'today', time: '10:42' },
          { type: 'sent', sender: 'Mrs Okafor', text: 'We have read it', timestamp: at, date: 'today', time: '10:50' },
        ]}
      />
      <Confirmation
        headingLevel={2}
        title="Your report has been sent"
        reference="7K3Q-9XPM"
        whoHasIt="Amira Khan, designated safeguarding lead"
        byWhen="Before the end of today’s school day"
        meanwhile="Stay near the child if you can. Do not ask for more."
        helpNow="Ring 999 if a child is in danger"
      />
    </>
  )
}
