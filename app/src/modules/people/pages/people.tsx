import { EmptyList } from '../../../web/components/app/empty-list.js'
import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import { Input } from '../../../web/components/govuk/input.js'
import { Table } from '../../../web/components/govuk/table.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import type { PersonCard } from '../queries/person-cards.js'
import type { PersonKind } from '../schema.js'
import { calendarUrl, importUrl, newPersonUrl, peopleUrl, personUrl } from '../urls.js'

export interface PeoplePageProps {
  readonly frame: Frame
  /** How many of each kind are of the school today. */
  readonly counts: readonly { readonly kind: PersonKind; readonly count: number }[]
  readonly sought: string
  /** Null when nobody was sought. */
  readonly found: readonly PersonCard[] | null
  readonly mayKeepAccounts: boolean
  readonly mayImport: boolean
}

const many: Readonly<Record<PersonKind, string>> = {
  pupil: 'pupils',
  staff: 'staff',
  parent: 'parents and carers',
  governor: 'governors',
  volunteer: 'volunteers',
  contractor: 'contractors',
  visitor: 'visitors',
}

/** Everybody the policy covers: how many, and one found by name. What is sought is posted, so that no name stands in an address. */
export function PeoplePage({ frame, counts, sought, found, mayKeepAccounts, mayImport }: PeoplePageProps) {
  return (
    <Page frame={frame} title="People" width="wide">
      <h1 class="govuk-heading-l">People</h1>
      <p class="govuk-body">
        {counts.length === 0
          ? 'Nobody is known yet.'
          : counts.map(({ kind, count }) => `${count} ${many[kind]}`).join(', ')}
      </p>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href="/people/posts">
            Posts: who holds them, who is away
          </a>
        </li>
        <li>
          <a class="govuk-link" href={calendarUrl()}>
            Calendar: terms, closures, school hours
          </a>
        </li>
        {mayImport && (
          <>
            <li>
              <a class="govuk-link" href={importUrl()}>
                Import people from a file
              </a>
            </li>
            <li>
              <a class="govuk-link" href={newPersonUrl()}>
                Add somebody by hand
              </a>
            </li>
          </>
        )}
        {mayKeepAccounts && (
          <li>
            <a class="govuk-link" href="/people/accounts">
              Accounts and first sign-ins
            </a>
          </li>
        )}
      </ul>
      <Form action={peopleUrl()}>
        <Input
          id="sought"
          name="sought"
          label={{ text: 'Find somebody', classes: 'govuk-label--m' }}
          hint={{ text: 'Part of a name, or a class' }}
          value={sought}
        />
        <Button text="Find" />
      </Form>
      {found && <Found found={found} />}
    </Page>
  )
}

function Found({ found }: { readonly found: readonly PersonCard[] }) {
  if (found.length === 0) return <EmptyList>Nobody was found. Try part of the name, or the class.</EmptyList>
  return (
    <Table
      head={[{ text: 'Name' }, { text: 'Class or work' }, { text: 'Kind' }]}
      rows={found.map(({ id, name, class_code, job_title, kind }) => [
        {
          text: (
            <a class="govuk-link" href={personUrl({ person: id })}>
              {name}
            </a>
          ),
        },
        { text: class_code ?? job_title ?? '' },
        { text: kind },
      ])}
    />
  )
}
