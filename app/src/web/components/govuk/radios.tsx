import { classNames } from '../class-names.js'
import type { Attributes, ErrorMessageOptions, FieldsetOptions, ManyFormGroupOptions, Part, Text } from '../options.js'
import { describedBy, FieldsetFormGroup } from './form-group.js'
import { Hint } from './hint.js'
import { Label } from './label.js'

/** One choice, or a divider ("or") between two. `conditional` is shown while its choice is made. */
export interface RadioItem {
  readonly text?: Text
  readonly value?: string | number
  readonly id?: string
  readonly label?: { readonly classes?: string; readonly attributes?: Attributes }
  readonly hint?: Part
  readonly divider?: string
  readonly checked?: boolean
  readonly conditional?: { readonly text?: Text } | false
  readonly disabled?: boolean
  readonly attributes?: Attributes
}

/** Options of GOV.UK Frontend's radios. */
export interface RadiosProps {
  readonly name: string
  readonly idPrefix?: string
  readonly items: readonly (RadioItem | null | false | undefined)[]
  readonly value?: string | number | null
  readonly fieldset?: FieldsetOptions
  readonly hint?: Part
  readonly errorMessage?: ErrorMessageOptions
  readonly formGroup?: ManyFormGroupOptions
  readonly classes?: string
  readonly attributes?: Attributes
}

/** One choice out of a few. */
export function Radios(props: RadiosProps) {
  const id = props.idPrefix || props.name
  return (
    <FieldsetFormGroup
      {...props}
      id={id}
      describedBy={describedBy(id, props.fieldset?.describedBy, props.hint, props.errorMessage)}
    >
      <div class={classNames('govuk-radios', props.classes)} {...props.attributes} data-module="govuk-radios">
        {props.formGroup?.beforeInputs?.text}
        {props.items.map((item, at) => item && <Choice {...props} item={item} id={choiceId(id, item, at)} />)}
        {props.formGroup?.afterInputs?.text}
      </div>
    </FieldsetFormGroup>
  )
}

// The first has no number, so that an error summary can link to the group by its name.
const choiceId = (prefix: string, item: RadioItem, at: number) => item.id || (at === 0 ? prefix : `${prefix}-${at + 1}`)

function Choice({ item, id, name, value }: RadiosProps & { readonly item: RadioItem; readonly id: string }) {
  if (item.divider) return <div class="govuk-radios__divider">{item.divider}</div>
  const checked = isChecked(item, value)
  const conditional = item.conditional ? item.conditional.text : undefined
  const hintId = item.hint?.text ? `${id}-item-hint` : undefined
  return (
    <>
      <div class="govuk-radios__item">
        <input
          class="govuk-radios__input"
          id={id}
          name={name}
          type="radio"
          value={item.value}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={conditional ? `conditional-${id}` : undefined}
          aria-describedby={hintId}
          {...item.attributes}
        />
        <Label
          {...item.label}
          text={item.text}
          classes={classNames('govuk-radios__label', item.label?.classes)}
          for={id}
        />
        {hintId && <Hint {...item.hint} id={hintId} classes={classNames('govuk-radios__hint', item.hint?.classes)} />}
      </div>
      {conditional && (
        <div
          class={classNames('govuk-radios__conditional', !checked && 'govuk-radios__conditional--hidden')}
          id={`conditional-${id}`}
        >
          {conditional}
        </div>
      )}
    </>
  )
}

function isChecked(item: RadioItem, value: RadiosProps['value']): boolean {
  if (item.checked !== undefined) return item.checked
  return value !== undefined && value !== null && value !== '' && String(item.value) === String(value)
}
