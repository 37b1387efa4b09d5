import type { ComponentChildren } from 'preact'
import { classNames } from '../class-names.js'
import type { ControlOptions, ErrorMessageOptions, FieldsetOptions, ManyFormGroupOptions, Part } from '../options.js'
import { ErrorMessage } from './error-message.js'
import { Fieldset } from './fieldset.js'
import { Hint } from './hint.js'
import { Label } from './label.js'

/** The ids that describe a control, in the order in which they are read: what it was given, its hint, its error. */
export function describedBy(id: string, given: string | undefined, hint: unknown, error: unknown): string | undefined {
  return [given, hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
}

/** Label, hint, error and one control, as input, textarea, select and file upload all lay them out. */
export function FormGroup(props: ControlOptions & { readonly id: string; readonly children: ComponentChildren }) {
  const { id, hint, errorMessage, formGroup } = props
  return (
    <div
      class={classNames('govuk-form-group', errorMessage && 'govuk-form-group--error', formGroup?.classes)}
      {...formGroup?.attributes}
    >
      <Label {...props.label} for={id} />
      {hint && <Hint {...hint} id={`${id}-hint`} />}
      {errorMessage && <ErrorMessage {...errorMessage} id={`${id}-error`} />}
      {formGroup?.beforeInput?.text}
      {props.children}
      {formGroup?.afterInput?.text}
    </div>
  )
}

interface GroupProps {
  readonly id: string
  readonly hint?: Part
  readonly errorMessage?: ErrorMessageOptions
  readonly fieldset?: FieldsetOptions
  readonly formGroup?: ManyFormGroupOptions
  readonly describedBy?: string
  readonly children: ComponentChildren
}

/** Hint, error and a set of controls, inside a fieldset when one is given: radios, checkboxes and dates. */
export function FieldsetFormGroup(props: GroupProps) {
  const { id, hint, errorMessage, fieldset, formGroup } = props
  const inner = (
    <>
      {hint && <Hint {...hint} id={`${id}-hint`} />}
      {errorMessage && <ErrorMessage {...errorMessage} id={`${id}-error`} />}
      {props.children}
    </>
  )
  return (
    <div
      class={classNames('govuk-form-group', errorMessage && 'govuk-form-group--error', formGroup?.classes)}
      {...formGroup?.attributes}
    >
      {fieldset ? (
        <Fieldset {...fieldset} describedBy={props.describedBy}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </div>
  )
}
