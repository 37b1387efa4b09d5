import { EmptyList } from '../../../web/components/app/empty-list.js'
import { Form } from '../../../web/components/app/form.js'
import { StateTag } from '../../../web/components/app/state-tag.js'
import { Button } from '../../../web/components/govuk/button.js'
import { Checkboxes } from '../../../web/components/govuk/checkboxes.js'
import { Radios } from '../../../web/components/govuk/radios.js'
import { Table } from '../../../web/components/govuk/table.js'
import { SubNavigation } from '../../../web/components/moj/sub-navigation.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { noticeReadersCsvUrl, noticeReadersUrl, noticeShownUrl, noticesUrl } from '../urls.js'

/** Somebody who is to read it. */
export interface ReaderLine {
  readonly person: string
  readonly name: string
  readonly about: string
  /** When they did, or null. */
  readonly done: string | null
  readonly due: string
  readonly late: boolean
}

export interface ReadersPageProps {
  readonly frame: Frame
  readonly id: string
  readonly title: string
  /** The audiences, with how many have yet to read it. */
  readonly audiences: readonly { readonly id: string; readonly title: string; readonly missing: number }[]
  readonly audience: string
  readonly missing: readonly ReaderLine[]
  readonly done: readonly ReaderLine[]
  /** As 'been shown it' or 'acknowledged it'. */
  readonly word: string
}

/** Who has read a notice and who has not; and recording that a class, a meeting or a letter showed it to people. */
export function ReadersPage(props: ReadersPageProps) {
  const { frame, id, title, audiences, audience, missing, done, word } = props
  return (
    <Page
      frame={frame}
      title={`Who has read: ${title}`}
      width="wide"
      breadcrumbs={[{ text: 'To read', href: noticesUrl() }, { text: `Who has read: ${title}` }]}
    >
      <h1 class="govuk-heading-l">Who has read: {title}</h1>
      <SubNavigation
        label="Whom"
        items={audiences.map((one) => ({
          text: `${one.title} (${one.missing})`,
          href: noticeReadersUrl({ notice: id }, { audience: one.id }),
          active: one.id === audience,
        }))}
      />
      <h2 class="govuk-heading-m">
        {missing.length === 0
          ? `Everybody has ${word}`
          : `${missing.length} ${missing.length === 1 ? 'has' : 'have'} not ${word}`}
      </h2>
      {missing.length > 0 && <Missing {...props} />}
      <h2 class="govuk-heading-m">{done.length} done</h2>
      {done.length === 0 ? <EmptyList>Nobody yet.</EmptyList> : <Done done={done} />}
      <p class="govuk-body">
        <a class="govuk-link" href={noticeReadersCsvUrl({ notice: id }, { audience })}>
          Export as a spreadsheet (CSV)
        </a>
      </p>
    </Page>
  )
}

const hows = [
  { value: 'meeting', text: 'Told in a meeting' },
  { value: 'class', text: 'Told in class' },
  { value: 'letter', text: 'Sent a letter' },
  { value: 'paper', text: 'Signed on paper' },
] as const

function Missing({ id, audience, missing }: ReadersPageProps) {
  return (
    <Form action={noticeShownUrl({ notice: id })}>
      <input type="hidden" name="audience" value={audience} />
      <Checkboxes
        name="person"
        fieldset={{
          legend: { text: 'Tick those who were shown it another way', classes: 'govuk-fieldset__legend--s' },
        }}
        classes="govuk-checkboxes--small hedgerow-many"
        items={missing.map(({ person, name, about, due, late }) => ({
          value: person,
          text: (
            <>
              {name}, {about} {late ? <StateTag state="overdue">since {due}</StateTag> : `by ${due}`}
            </>
          ),
        }))}
      />
      <Radios
        name="how"
        value="meeting"
        classes="govuk-radios--small"
        fieldset={{ legend: { text: 'How', classes: 'govuk-fieldset__legend--s' } }}
        items={hows}
      />
      <Button classes="govuk-button--secondary" text="Record it for those ticked" />
    </Form>
  )
}

function Done({ done }: { readonly done: readonly ReaderLine[] }) {
  return (
    <Table
      head={[{ text: 'Name' }, { text: 'When' }, { text: 'Again by' }]}
      rows={done.map((line) => [
        { text: `${line.name}, ${line.about}` },
        { text: line.done ?? '' },
        { text: line.due },
      ])}
    />
  )
}
