import { classNames } from '../class-names.js'
import type { Attributes, ErrorMessageOptions, FieldsetOptions, ManyFormGroupOptions, Part } from '../options.js'
import { describedBy, FieldsetFormGroup } from './form-group.js'
import { Hint } from './hint.js'
import { Label } from './label.js'
import type { RadioItem } from './radios.js'

/** One box, or a divider. `behaviour: 'exclusive'` unticks the others ("None of these"). */
export interface CheckboxItem extends RadioItem {
  readonly name?: string
  readonly behaviour?: 'exclusive'
}

/** Options of GOV.UK Frontend's checkboxes. */
export interface CheckboxesProps {
  readonly name: string
  readonly idPrefix?: string
  readonly items: readonly (CheckboxItem | null | false | undefined)[]
  readonly values?: readonly (string | number)[]
  readonly fieldset?: FieldsetOptions
  readonly describedBy?: string
  readonly hint?: Part
  readonly errorMessage?: ErrorMessageOptions
  readonly formGroup?: ManyFormGroupOptions
  readonly classes?: string
  readonly attributes?: Attributes
}

/** Any number of choices, or one box to tick. */
export function Checkboxes(props: CheckboxesProps) {
  const id = props.idPrefix || props.name
  const given = props.fieldset?.describedBy || props.describedBy
  const described = describedBy(id, given, props.hint, props.errorMessage)
  return (
    <FieldsetFormGroup {...props} id={id} describedBy={described}>
      <div class={classNames('govuk-checkboxes', props.classes)} {...props.attributes} data-module="govuk-checkboxes">
        {props.formGroup?.beforeInputs?.text}
        {props.items.map(
          (item, at) =>
            item && (
              <Box
                {...props}
                item={item}
                id={item.id || (at === 0 ? id : `${id}-${at + 1}`)}
                described={props.fieldset ? undefined : described}
              />
            ),
        )}
        {props.formGroup?.afterInputs?.text}
      </div>
    </FieldsetFormGroup>
  )
}

interface BoxProps extends CheckboxesProps {
  readonly item: CheckboxItem
  readonly id: string
  readonly described: string | undefined
}

function Box({ item, id, name, values, described }: BoxProps) {
  if (item.divider) return <div class="govuk-checkboxes__divider">{item.divider}</div>
  const checked = item.checked ?? Boolean(values?.some((value) => String(value) === String(item.value)))
  const conditional = item.conditional ? item.conditional.text : undefined
  const hintId = item.hint?.text ? `${id}-item-hint` : undefined
  const hintClasses = classNames('govuk-checkboxes__hint', item.hint?.classes)
  const labelClasses = classNames('govuk-checkboxes__label', item.label?.classes)
  return (
    <>
      <div class="govuk-checkboxes__item">
        <input
          class="govuk-checkboxes__input"
          id={id}
          name={item.name || name}
          type="checkbox"
          value={item.value}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={conditional ? `conditional-${id}` : undefined}
          data-behaviour={item.behaviour || undefined}
          aria-describedby={classNames(described, hintId)}
          {...item.attributes}
        />
        <Label {...item.label} text={item.text} classes={labelClasses} for={id} />
        {hintId && <Hint {...item.hint} id={hintId} classes={hintClasses} />}
      </div>
      {conditional && (
        <div
          class={classNames('govuk-checkboxes__conditional', !checked && 'govuk-checkboxes__conditional--hidden')}
          id={`conditional-${id}`}
        >
          {conditional}
        </div>
      )}
    </>
  )
}
