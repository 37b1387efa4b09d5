import { classNames } from '../class-names.js'
import type { Attributes, ControlOptions } from '../options.js'
import { describedBy, FormGroup } from './form-group.js'

/** One choice of a select; its text is its value when no value is given. */
export interface SelectItem {
  readonly value?: string | number | boolean
  readonly text?: string | number
  readonly selected?: boolean
  readonly disabled?: boolean
  readonly attributes?: Attributes
}

/** Options of GOV.UK Frontend's select. Prefer radios up to about seven choices. */
export interface SelectProps extends ControlOptions {
  readonly items?: readonly (SelectItem | null | false | undefined)[]
  readonly value?: string | number | null
}

/** One choice out of a long list. */
export function Select(props: SelectProps) {
  const id = props.id || props.name || ''
  return (
    <FormGroup {...props} id={id}>
      <select
        class={classNames('govuk-select', props.classes, props.errorMessage && 'govuk-select--error')}
        id={id}
        name={props.name ?? ''}
        disabled={props.disabled}
        aria-describedby={describedBy(id, props.describedBy, props.hint, props.errorMessage)}
        {...props.attributes}
      >
        {props.items?.map(
          (item) =>
            item && (
              <option
                value={item.value === undefined ? undefined : String(item.value)}
                selected={isSelected(item, props.value)}
                disabled={item.disabled}
                {...item.attributes}
              >
                {item.text}
              </option>
            ),
        )}
      </select>
    </FormGroup>
  )
}

function isSelected(item: SelectItem, value: SelectProps['value']): boolean {
  if (item.selected !== undefined) return item.selected
  return value !== undefined && value !== null && value !== '' && String(item.value ?? item.text) === String(value)
}
