import { Temporal } from 'temporal-polyfill'
import { bankHolidays } from '../../../kernel/calendar/bank-holidays.js'
import { termsInOrder } from '../../../kernel/calendar/school-calendar.js'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import { Form } from '../../../web/components/app/form.js'
import { Button } from '../../../web/components/govuk/button.js'
import { Input } from '../../../web/components/govuk/input.js'
import { Table } from '../../../web/components/govuk/table.js'
import { WarningText } from '../../../web/components/govuk/warning-text.js'
import { fullDate } from '../../../web/dates.js'
import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'
import { spareRows } from '../calendar-in.js'
import { calendarUrl, peopleUrl, setCalendarUrl } from '../urls.js'

export interface CalendarPageProps {
  readonly frame: Frame
  readonly calendar: SchoolCalendar
  /** What is possible but unlikely, in sentences. */
  readonly doubts: readonly string[]
  readonly mayChange: boolean
}

const inWords = (iso: string): string => fullDate(Temporal.PlainDate.from(iso))
const rangeInWords = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  from === to ? inWords(from) : `${inWords(from)} to ${inWords(to)}`

/** When the school is open, as deadlines are reckoned by it. */
export function CalendarPage({ frame, calendar, doubts, mayChange }: CalendarPageProps) {
  const { hours, closures, shortDays = [] } = calendar
  const terms = termsInOrder(calendar)
  return (
    <Page frame={frame} title="School calendar" back={peopleUrl()}>
      <h1 class="govuk-heading-l">School calendar</h1>
      <p class="govuk-body">
        Deadlines count these days and hours: {hours.opens} to {hours.closes} on every day with pupils in school.
      </p>
      {doubts.map((sentence) => (
        <WarningText>{sentence}</WarningText>
      ))}
      {terms.length === 0 && <WarningText>No terms are entered. Until they are, every working day counts.</WarningText>}
      <Days caption="Terms" head="Term" rows={terms.map((term) => [term.name, rangeInWords(term)])} />
      <Days caption="Closed days in a term" head="Why" rows={closures.map((one) => [one.why, rangeInWords(one)])} />
      <Days
        caption="Days that end early"
        head="Why"
        rows={shortDays.map(({ why, on, closes }) => [why, `${inWords(on)}, ${closes}`])}
      />
      <Days caption="Bank holidays, always closed" head="Holiday" rows={holidays(terms)} />
      {mayChange && <Button href={setCalendarUrl()} text="Change the calendar" />}
    </Page>
  )
}

/** Bank holidays of the years that the terms touch. */
function holidays(terms: SchoolCalendar['terms']): readonly (readonly [string, string])[] {
  const years = [...new Set(terms.flatMap(({ from, to }) => [from.slice(0, 4), to.slice(0, 4)]))]
  const first = terms[0]?.from ?? ''
  const last = terms.at(-1)?.to ?? ''
  return years
    .flatMap((year) => bankHolidays(Number(year)))
    .filter(({ date }) => date.toString() >= first && date.toString() <= last)
    .map(({ name, date }) => [name, fullDate(date)])
}

interface DaysProps {
  readonly caption: string
  readonly head: string
  readonly rows: readonly (readonly [string, string])[]
}

function Days({ caption, head, rows }: DaysProps) {
  if (rows.length === 0) return null
  return (
    <Table
      caption={caption}
      captionClasses="govuk-table__caption--m"
      head={[{ text: head }, { text: 'When' }]}
      rows={rows.map(([what, when]) => [{ text: what }, { text: when }])}
    />
  )
}

export interface CalendarFormPageProps {
  readonly frame: Frame
  readonly calendar: SchoolCalendar
  readonly errors: readonly string[]
}

/** Entering terms, closures and hours. Rows left empty are nothing; everything typed is kept when something is wrong. */
export function CalendarFormPage({ frame, calendar, errors }: CalendarFormPageProps) {
  const { terms, closures, shortDays = [], hours } = calendar
  const problems = errors.map((sentence) => ({ text: sentence, href: '#term-0-name' }))
  return (
    <Page frame={frame} title="Change the school calendar" back={calendarUrl()} width="wide" errors={problems}>
      <h1 class="govuk-heading-l">Change the school calendar</h1>
      <p class="govuk-body">
        Bank holidays are known already. Deadlines that run now keep the time they were given. Empty a row to take it
        away.
      </p>
      <Form action={setCalendarUrl()}>
        <div class="hedgerow-row-boxes">
          <Box name="opens" label="School opens" type="time" value={hours.opens} />
          <Box name="closes" label="School closes" type="time" value={hours.closes} />
        </div>
        <Rows legend="Terms" part="term" rows={terms} boxes={termBoxes} />
        <Rows
          legend="Closed days in a term: half term, INSET, snow"
          part="closure"
          rows={closures}
          boxes={closureBoxes}
        />
        <Rows legend="Days that end early" part="short" rows={shortDays} boxes={shortBoxes} />
        <Button text="Save the calendar" preventDoubleClick />
      </Form>
    </Page>
  )
}

interface BoxOf {
  readonly box: string
  readonly label: string
  readonly type: 'text' | 'date' | 'time'
}

const termBoxes: readonly BoxOf[] = [
  { box: 'name', label: 'Name', type: 'text' },
  { box: 'from', label: 'First day', type: 'date' },
  { box: 'to', label: 'Last day', type: 'date' },
]
const closureBoxes: readonly BoxOf[] = [
  { box: 'why', label: 'Why', type: 'text' },
  { box: 'from', label: 'First day', type: 'date' },
  { box: 'to', label: 'Last day', type: 'date' },
]
const shortBoxes: readonly BoxOf[] = [
  { box: 'why', label: 'Why', type: 'text' },
  { box: 'on', label: 'Day', type: 'date' },
  { box: 'closes', label: 'Ends at', type: 'time' },
]

interface RowsProps {
  readonly legend: string
  readonly part: string
  readonly rows: readonly object[]
  readonly boxes: readonly BoxOf[]
}

function Rows({ legend, part, rows, boxes }: RowsProps) {
  const all = [...rows, ...Array.from({ length: spareRows }, () => ({}))] as readonly Readonly<Record<string, string>>[]
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{legend}</legend>
      {all.map((row, at) => (
        <div class="hedgerow-row-boxes">
          {boxes.map(({ box, label, type }) => (
            <Box name={`${part}-${at}-${box}`} label={`${label} ${at + 1}`} type={type} value={row[box] ?? ''} />
          ))}
        </div>
      ))}
    </fieldset>
  )
}

interface BoxProps {
  readonly name: string
  readonly label: string
  readonly type: BoxOf['type']
  readonly value: string
}

function Box({ name, label, type, value }: BoxProps) {
  return <Input name={name} label={{ text: label }} type={type} value={value} autocomplete="off" />
}
