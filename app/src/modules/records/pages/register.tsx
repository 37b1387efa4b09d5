import type { Temporal } from 'temporal-polyfill'
import { cappedCount } from '../../../kernel/paging.js'
import type { Slice } from '../../../kernel/paging.js'
import { EmptyList } from '../../../web/components/app/empty-list.js'
import { Form } from '../../../web/components/app/form.js'
import { PagingLinks } from '../../../web/components/app/paging-links.js'
import { RecordList } from '../../../web/components/app/record-list.js'
import { StateTag } from '../../../web/components/app/state-tag.js'
import { Button } from '../../../web/components/govuk/button.js'
import { Input } from '../../../web/components/govuk/input.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import type { Register } from '../../../engine/registers/register.js'
import { countCap } from '../../../engine/registers/read-entries.js'
import {
  entryUrl,
  exportEntriesUrl,
  importEntriesUrl,
  newEntryUrl,
  printRegisterUrl,
  registerUrl,
  registersUrl,
} from '../urls.js'

/** An entry as the list shows it. */
export interface EntryLine {
  readonly id: string
  readonly title: string
  readonly lines: readonly string[]
  /** What presses: 'Runs out on 3 Mar 2027'. */
  readonly state: { readonly look: 'due' | 'overdue' | 'closed'; readonly words: string } | null
}

export interface RegisterPageProps {
  readonly frame: Frame
  readonly register: Register
  readonly slice: Slice<EntryLine>
  readonly count: number
  readonly endedCount: number
  readonly ended: boolean
  /** What was searched for, or null. */
  readonly sought: string | null
  readonly mayKeep: boolean
  readonly now: Temporal.Instant
}

/** One register: search it, add to it, open what is in it. */
export function RegisterPage(props: RegisterPageProps) {
  const { frame, register, slice, mayKeep, ended } = props
  const at = { register: register.id }
  return (
    <Page
      frame={frame}
      title={register.title}
      width="wide"
      breadcrumbs={[{ text: 'Registers', href: registersUrl() }, { text: register.title }]}
    >
      <h1 class="govuk-heading-l">{register.title}</h1>
      <p class="govuk-body">{register.intro}</p>
      {mayKeep && !ended && <Button href={newEntryUrl(at)} text={`Add a ${register.one}`} />}
      <SearchBox {...props} />
      <Counted {...props} />
      {slice.rows.length === 0 ? (
        <Nothing {...props} />
      ) : (
        <RecordList
          records={slice.rows.map(({ id, title, lines, state }) => ({
            href: entryUrl({ ...at, entry: id }),
            title,
            lines: lines.length > 0 ? [lines.join(' · ')] : [],
            side: state ? <StateTag state={state.look}>{state.words}</StateTag> : undefined,
          }))}
        />
      )}
      <PagingLinks
        slice={slice}
        urlAt={(place) => registerUrl(at, { ...place, show: ended ? 'ended' : undefined })}
        words={{ before: 'Earlier in the alphabet', after: 'Later in the alphabet' }}
      />
      <Ways {...props} />
    </Page>
  )
}

function SearchBox({ register, sought }: RegisterPageProps) {
  return (
    <Form action={registerUrl({ register: register.id })} classes="hedgerow-search">
      <Input id="sought" name="sought" label={{ text: `Search in “${register.title}”` }} value={sought ?? ''} />
      <Button classes="govuk-button--secondary" text="Search" />
    </Form>
  )
}

function Counted({ register, count, endedCount, ended, sought }: RegisterPageProps) {
  const url = registerUrl({ register: register.id })
  const many = `${cappedCount(count, countCap)} ${sought === null ? 'on record' : 'found'}`
  if (ended)
    return (
      <p class="govuk-body">
        {cappedCount(endedCount, countCap)} ended.{' '}
        <a class="govuk-link" href={url}>
          Show those that stand
        </a>
      </p>
    )
  return (
    <p class="govuk-body">
      {many}
      {sought !== null && (
        <>
          {'. '}
          <a class="govuk-link" href={url}>
            Show all
          </a>
        </>
      )}
      {endedCount > 0 && (
        <>
          {' · '}
          <a class="govuk-link" href={registerUrl({ register: register.id }, { show: 'ended' })}>
            {cappedCount(endedCount, countCap)} ended
          </a>
        </>
      )}
    </p>
  )
}

function Nothing({ register, sought, mayKeep }: RegisterPageProps) {
  if (sought !== null) return <EmptyList>Nothing has these words. Try fewer, or part of one.</EmptyList>
  const act = mayKeep
    ? { href: newEntryUrl({ register: register.id }), text: `Add the first ${register.one}` }
    : undefined
  return <EmptyList {...(act ? { act } : {})}>{register.empty}</EmptyList>
}

/** What else can be done with the whole register. */
function Ways({ register, mayKeep }: RegisterPageProps) {
  const at = { register: register.id }
  return (
    <ul class="govuk-list hedgerow-ways">
      {register.ways?.map(({ text, href }) => (
        <li>
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
      <li>
        <a class="govuk-link" href={printRegisterUrl(at)}>
          Print
        </a>
      </li>
      <li>
        <a class="govuk-link" href={exportEntriesUrl(at)}>
          Export as a spreadsheet (CSV)
        </a>
      </li>
      {mayKeep && (
        <li>
          <a class="govuk-link" href={importEntriesUrl(at)}>
            Bring in from a spreadsheet
          </a>
        </li>
      )}
    </ul>
  )
}
