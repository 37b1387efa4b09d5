import { classNames } from '../class-names.js'
import type { Attributes, ErrorMessageOptions, FieldsetOptions, ManyFormGroupOptions, Part } from '../options.js'
import { describedBy, FieldsetFormGroup } from './form-group.js'
import { Input } from './input.js'

/** One box of a date. `error: true` marks this box as the wrong one; when none is marked, an error marks them all. */
export interface DateInputItem {
  readonly id?: string
  readonly name?: string
  readonly label?: string
  readonly value?: string | number | null
  readonly error?: boolean
  readonly autocomplete?: string
  readonly inputmode?: string
  readonly pattern?: string
  readonly classes?: string
  readonly attributes?: Attributes
}

/** Options of GOV.UK Frontend's date input: day, month and year in boxes of their own. */
export interface DateInputProps {
  readonly id?: string
  readonly namePrefix?: string
  readonly items?: readonly (DateInputItem | null | false | undefined)[]
  readonly day?: DateInputItem | null | false
  readonly month?: DateInputItem | null | false
  readonly year?: DateInputItem | null | false
  readonly values?: Readonly<Record<string, string | number | null | undefined>>
  readonly fieldset?: FieldsetOptions
  readonly hint?: Part
  readonly errorMessage?: ErrorMessageOptions
  readonly formGroup?: ManyFormGroupOptions
  readonly classes?: string
  readonly attributes?: Attributes
}

const marked = (item: DateInputItem) => item.error || item.classes?.includes('govuk-input--error')

/** A date that somebody remembers or can look up: never a calendar to click through. */
export function DateInput(props: DateInputProps) {
  const id = props.id ?? ''
  const named = boxes(props)
  const items = props.items?.length ? props.items.filter((item) => !!item) : named
  const anyMarked = items.some(marked)
  return (
    <FieldsetFormGroup
      {...props}
      id={id}
      fieldset={props.fieldset && { ...props.fieldset, role: 'group' }}
      describedBy={describedBy(id, props.fieldset?.describedBy, props.hint, props.errorMessage)}
    >
      <div class={classNames('govuk-date-input', props.classes)} {...props.attributes} id={props.id || undefined}>
        {props.formGroup?.beforeInputs?.text}
        {items.map((item) => (
          <Box {...props} item={completed(item, named)} anyMarked={anyMarked} />
        ))}
        {props.formGroup?.afterInputs?.text}
      </div>
    </FieldsetFormGroup>
  )
}

function boxes({ day, month, year, values }: DateInputProps): readonly DateInputItem[] {
  // A part given as null or false is not asked: the month of a birthday, the year of a term.
  return [
    ...(day === null || day === false ? [] : [{ name: 'day', value: values?.['day'], ...day }]),
    ...(month === null || month === false ? [] : [{ name: 'month', value: values?.['month'], ...month }]),
    ...(year === null || year === false ? [] : [{ name: 'year', value: values?.['year'], ...year }]),
  ]
}

/** Gives a box of `items` that is one of the three what the options of that name say, unless it says so itself. */
function completed(item: DateInputItem, named: readonly DateInputItem[]): DateInputItem {
  const match = named.find((box) => box.name === item.name)
  return match ? { ...item, value: item.value ?? match.value } : item
}

function Box(props: DateInputProps & { readonly item: DateInputItem; readonly anyMarked: boolean | undefined }) {
  const { item, values } = props
  const name = item.name ?? ''
  const fullName = props.namePrefix ? `${props.namePrefix}-${name}` : name
  const wrong = item.error || (item.error !== false && props.errorMessage && !props.anyMarked)
  const isYear = name === 'year' || (props.year && name === props.year.name)
  return (
    <div class="govuk-date-input__item">
      <Input
        label={{ text: item.label || capitalised(name), classes: 'govuk-date-input__label' }}
        id={item.id || `${props.id ?? ''}-${name}`}
        classes={classNames(
          'govuk-date-input__input',
          !item.classes?.includes('govuk-input--error') && wrong && 'govuk-input--error',
          !item.classes?.includes('govuk-input--width-') && `govuk-input--width-${isYear ? 4 : 2}`,
          item.classes,
        )}
        name={fullName}
        value={item.value ?? values?.[fullName]}
        inputmode={item.inputmode || 'numeric'}
        autocomplete={item.autocomplete}
        pattern={item.pattern}
        attributes={item.attributes}
      />
    </div>
  )
}

const capitalised = (name: string) => name.charAt(0).toUpperCase() + name.slice(1).toLowerCase()
