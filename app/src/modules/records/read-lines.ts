import type { Field, FormContext } from '../../engine/forms/field.js'
import type { Form } from '../../engine/forms/define-form.js'
import { registerChosenFrom } from '../../engine/forms/fields/entry-choice.js'
import { parseForm } from '../../engine/forms/parse-form.js'
import type { Values } from '../../engine/registers/register.js'
import type { Table, TableRow } from '../people/index.js'

/** A line of a file that was read: what it says, or what is wrong with it. */
export interface ReadLine {
  /** Counted from 1, headings included. */
  readonly line: number
  readonly values: Values | null
  readonly problems: readonly string[]
}

/** Who is meant by a full name in a cell: their ids; two people of one name are both given, and then neither is taken. */
export type PeopleByName = ReadonlyMap<string, readonly string[]>

interface Reading {
  readonly context: FormContext
  readonly people: PeopleByName
}

const plain = (text: string): string => text.trim().toLowerCase().replace(/\s+/g, ' ')

/** Which column answers which question: by the question's words, or by its short name. */
export function columnsOf(form: Form, headings: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map(headings.map((heading, place) => [plain(heading), place]))
  return new Map(
    Object.entries(form.fields).flatMap(([name, { label }]) => {
      const place = places.get(plain(label)) ?? places.get(plain(name))
      return place === undefined ? [] : [[name, place] as const]
    }),
  )
}

/** Reads the rows of a spreadsheet as if each had been typed into the form, so that they meet the same rules and sentences. */
export function readLines(form: Form, table: Table, reading: Reading): readonly ReadLine[] {
  const columns = columnsOf(form, table.headings)
  return table.rows.map((row) => readLine(form, row, { columns, ...reading }))
}

function readLine(
  form: Form,
  { line, cells }: TableRow,
  { columns, context, people }: Reading & { readonly columns: ReadonlyMap<string, number> },
): ReadLine {
  const body: Record<string, unknown> = {}
  const unknown: string[] = []
  for (const [name, place] of columns) {
    const field = form.fields[name]
    const cell = (cells[place] ?? '').trim()
    if (!field || cell === '') continue
    if (field.kind === 'personPicker') body[name] = idsIn(cell, people, unknown)
    else Object.assign(body, typedFrom(field, name, { cell, context }))
  }
  const parsed = parseForm(form, body, context)
  const wrong = parsed.ok
    ? []
    : parsed.errors.map(({ field, sentence }) => `${form.fields[field]?.label ?? field}: ${sentence}.`)
  const problems = [...unknown, ...(unknown.length > 0 ? [] : wrong)]
  return { line, values: parsed.ok && problems.length === 0 ? parsed.values : null, problems }
}

function idsIn(cell: string, people: PeopleByName, unknown: string[]): readonly string[] {
  return cell.split(';').flatMap((name) => {
    const ids = people.get(plain(name)) ?? []
    if (ids.length === 1) return ids
    unknown.push(
      ids.length === 0
        ? `Nobody here is called “${name.trim()}”.`
        : `More than one person is called “${name.trim()}”. Add this one by hand.`,
    )
    return []
  })
}

/** What somebody would have typed to mean this cell. */
function typedFrom(
  field: Field<unknown>,
  name: string,
  { cell, context }: { readonly cell: string; readonly context: FormContext },
): Readonly<Record<string, unknown>> {
  if (field.kind === 'date') return { [`${name}-day`]: cell.replace(/^(\d{4})-(\d{1,2})-(\d{1,2})$/, '$3/$2/$1') }
  if (field.kind === 'yesNo')
    return { [name]: /^(y|yes|true|1|x|✓)$/i.test(cell) ? 'yes' : /^(n|no|false|0)$/i.test(cell) ? 'no' : cell }
  if (field.kind === 'choice') return { [name]: choiceIn(field, cell) }
  if (field.kind === 'manyChoices') return { [name]: cell.split(/[;,]/).map((one) => choiceIn(field, one.trim())) }
  if (field.kind === 'entryChoice') return { [name]: entryIn(field, cell, context) }
  return { [name]: cell }
}

/** An option by its value or its words. */
function choiceIn(field: Field<unknown>, cell: string): string {
  const schema = field.schema() as {
    readonly enum?: readonly string[]
    readonly items?: { readonly enum?: readonly string[] }
  }
  const values = schema.enum ?? schema.items?.enum ?? []
  const said = (value: string) => {
    const words = field.say(field.kind === 'manyChoices' ? [value] : value, {} as FormContext)
    return typeof words === 'string' ? plain(words) : ''
  }
  return values.find((value) => plain(value) === plain(cell) || said(value) === plain(cell)) ?? cell
}

function entryIn(field: Field<unknown>, cell: string, { entries }: FormContext): string {
  const offered = entries?.get(registerChosenFrom(field.schema()) ?? '') ?? []
  return offered.find(({ title }) => plain(title) === plain(cell))?.id ?? cell
}
