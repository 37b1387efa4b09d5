import { Form } from '../../../web/components/app/form.js'
import { EmptyList } from '../../../web/components/app/empty-list.js'
import { Button } from '../../../web/components/govuk/button.js'
import { Checkboxes } from '../../../web/components/govuk/checkboxes.js'
import { Input } from '../../../web/components/govuk/input.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import { agreementsUrl, trainingUrl } from '../urls.js'

export interface TrainingPageProps {
  readonly frame: Frame
  readonly groups: readonly { readonly value: string; readonly text: string }[]
  readonly group: string
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly sessions: readonly {
    readonly title: string
    readonly day: string
    readonly there: number
    readonly absent: readonly string[]
  }[]
  readonly problem: string | null
  readonly typed: Readonly<Record<string, string>>
}

/** Awareness training as it was held: who was there, and who still has to have it. */
export function TrainingPage({ frame, groups, group, people, sessions, problem, typed }: TrainingPageProps) {
  const errors = problem ? [{ text: problem, href: '#day' }] : []
  return (
    <Page frame={frame} title="Awareness training" back={agreementsUrl()} errors={errors}>
      <h1 class="govuk-heading-l">Awareness training</h1>
      {groups.length > 0 && (
        <p class="govuk-body">
          For:{' '}
          {groups.map(({ value, text }) => (
            <>
              <a
                class="govuk-link"
                href={trainingUrl({ group: value })}
                aria-current={value === group ? 'page' : undefined}
              >
                {text}
              </a>{' '}
            </>
          ))}
        </p>
      )}
      {people.length > 0 && (
        <Form action={trainingUrl()}>
          <input type="hidden" name="group" value={group} />
          <Input
            name="title"
            label={{ text: 'What was it?', classes: 'govuk-label--s' }}
            value={typed['title'] ?? 'Staying safe online, and our agreement'}
          />
          <Input
            name="day"
            label={{ text: 'Held on', classes: 'govuk-label--s' }}
            hint={{ text: 'For example, 24 11 2026' }}
            value={typed['day'] ?? ''}
            classes="govuk-input--width-10"
            {...(problem ? { errorMessage: { text: problem } } : {})}
          />
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">Who was not there? ({people.length} in all)</span>
            </summary>
            <div class="govuk-details__text">
              <Checkboxes
                name="absent"
                classes="govuk-checkboxes--small"
                items={people.map(({ id, name }) => ({ value: id, text: name }))}
                fieldset={{ legend: { text: 'Tick whoever missed it' } }}
                values={(typed['absent'] ?? '').split(',')}
              />
            </div>
          </details>
          <Button text="Record it" />
        </Form>
      )}
      <h2 class="govuk-heading-m">What was held</h2>
      {sessions.length === 0 && (
        <EmptyList>Nothing is recorded yet. Without it nobody is given the internet.</EmptyList>
      )}
      <ul class="hedgerow-records">
        {sessions.map(({ title, day, there, absent }) => (
          <li class="hedgerow-records__record">
            <div>
              <strong>{title}</strong>
              <p class="hedgerow-records__line">
                {day}: {there} there{absent.length > 0 && `, missed by ${absent.join(', ')}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Page>
  )
}
