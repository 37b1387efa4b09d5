import { classNames } from '../class-names.js'
import type { ControlOptions, Part } from '../options.js'
import { describedBy, FormGroup } from './form-group.js'

/** Options of GOV.UK Frontend's text input. */
export interface InputProps extends ControlOptions {
  readonly type?: string
  readonly value?: string | number | null
  readonly inputmode?: string
  readonly prefix?: Part
  readonly suffix?: Part
  readonly inputWrapper?: { readonly classes?: string; readonly attributes?: Part['attributes'] }
  readonly autocomplete?: string
  readonly autocapitalize?: string
  readonly pattern?: string
  readonly spellcheck?: boolean
}

/** One line of text. Its id is its name unless told otherwise, so that the error summary can link to it. */
export function Input(props: InputProps) {
  const id = props.id || props.name || ''
  const { formGroup, prefix, suffix, inputWrapper } = props
  const before = formGroup?.beforeInput?.text
  const after = formGroup?.afterInput?.text
  const control = <Control {...props} id={id} />
  const wrapped = prefix?.text || suffix?.text || before || after
  return (
    <FormGroup {...props} id={id} formGroup={{ ...formGroup, beforeInput: undefined, afterInput: undefined }}>
      {wrapped ? (
        <div class={classNames('govuk-input__wrapper', inputWrapper?.classes)} {...inputWrapper?.attributes}>
          {before}
          {prefix?.text && <Affix {...prefix} side="prefix" />}
          {control}
          {suffix?.text && <Affix {...suffix} side="suffix" />}
          {after}
        </div>
      ) : (
        control
      )}
    </FormGroup>
  )
}

function Control(props: InputProps & { readonly id: string }) {
  return (
    <input
      class={classNames('govuk-input', props.classes, props.errorMessage && 'govuk-input--error')}
      id={props.id}
      name={props.name ?? ''}
      type={(props.type || 'text') as 'text'}
      spellcheck={props.spellcheck}
      value={props.value ?? undefined}
      disabled={props.disabled}
      aria-describedby={describedBy(props.id, props.describedBy, props.hint, props.errorMessage)}
      autocomplete={props.autocomplete as 'on' | undefined}
      autocapitalize={props.autocapitalize as 'none' | undefined}
      pattern={props.pattern}
      inputmode={props.inputmode as 'numeric' | undefined}
      {...props.attributes}
    />
  )
}

function Affix({ side, text, classes, attributes }: Part & { readonly side: 'prefix' | 'suffix' }) {
  return (
    <div class={classNames(`govuk-input__${side}`, classes)} aria-hidden="true" {...attributes}>
      {text}
    </div>
  )
}
