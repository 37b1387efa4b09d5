import { Form } from '../../../web/components/app/form.js'
import { StateTag } from '../../../web/components/app/state-tag.js'
import { Button } from '../../../web/components/govuk/button.js'
import { draftUrl, forceUrl, sessionUrl, stepUrl, submitUrl, withdrawUrl } from '../urls.js'
import { Block } from './draft-block.js'
import type { DraftParts } from './draft.js'
import { Sentences } from './policy.js'

/** The acts it needs before it takes force, and how far each is. */
export function Steps({ view: { steps, discussed, draft } }: Pick<DraftParts, 'view'>) {
  return (
    <ol class="hedgerow-records">
      {steps.map(({ step, done, open, needed, names, mine }) => (
        <li class="hedgerow-records__record">
          <div>
            <strong>{step.title}</strong>
            <p class="hedgerow-records__line">
              {needed > 1 && `${needed} people needed. `}
              {names.length > 0 ? `Done by ${names.join(', ')}.` : 'Nobody yet.'}
            </p>
            {open && !done && mine && (
              <a class="govuk-link" href={stepUrl({ step: step.id })}>
                Take this step, or send it back
              </a>
            )}
          </div>
          <div class="hedgerow-records__side">
            {done ? (
              <StateTag state="kept">Done</StateTag>
            ) : (
              <StateTag state={open ? 'waiting' : 'unknown'}>{open ? 'Next' : 'Later'}</StateTag>
            )}
          </div>
        </li>
      ))}
      {discussed.map(({ title, done, absent }) => (
        <li class="hedgerow-records__record">
          <div>
            <strong>Talked through with: {title}</strong>
            {absent.length > 0 && (
              <p class="hedgerow-records__line">
                Not there, and still to be taken through it: {absent.slice(0, 60).join(', ')}
              </p>
            )}
            {draft.content_hash && (
              <a class="govuk-link" href={sessionUrl({ text: 'next' })}>
                Record the discussion
              </a>
            )}
          </div>
          <div class="hedgerow-records__side">
            {done ? <StateTag state="kept">Done</StateTag> : <StateTag state="waiting" />}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** What can be done with the draft now, and what still keeps it. */
export function Acts({ view, may }: Pick<DraftParts, 'view' | 'may'>) {
  const { draft, obstacles, steps } = view
  const ready = draft.submitted_at !== null && steps.every(({ done }) => done)
  const maySubmit = may.write && !draft.submitted_at && obstacles.length === 0
  return (
    <Block title="What can be done now">
      <Obstacles lines={obstacles} />
      <ul class="govuk-list hedgerow-ways">
        {maySubmit && (
          <li>
            <a class="govuk-button" href={submitUrl()}>
              Submit it
            </a>
          </li>
        )}
        {may.activate && ready && (
          <li>
            <a class="govuk-button" href={forceUrl()}>
              Put it in force
            </a>
          </li>
        )}
      </ul>
      {!ready && draft.submitted_at && <p class="govuk-body">It waits for the steps above.</p>}
      {may.write && <GiveUp />}
      <p class="govuk-body">
        <a class="govuk-link" href={draftUrl()}>
          Look again
        </a>
      </p>
    </Block>
  )
}

function GiveUp() {
  return (
    <Form action={withdrawUrl()}>
      <Button classes="govuk-button--secondary" text="Give this version up" />
    </Form>
  )
}

function Obstacles({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <p class="govuk-body">It cannot be submitted yet:</p>
      <Sentences lines={lines} />
    </>
  )
}
