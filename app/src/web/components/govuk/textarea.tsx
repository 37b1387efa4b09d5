import { classNames } from '../class-names.js'
import type { ControlOptions } from '../options.js'
import { describedBy, FormGroup } from './form-group.js'

/** Options of GOV.UK Frontend's textarea. */
export interface TextareaProps extends ControlOptions {
  readonly value?: string | null
  readonly rows?: number | string
  readonly spellcheck?: boolean
  readonly autocomplete?: string
}

/** Several lines of text. */
export function Textarea(props: TextareaProps) {
  const id = props.id || props.name || ''
  return (
    <FormGroup {...props} id={id}>
      <textarea
        class={classNames('govuk-textarea', props.errorMessage && 'govuk-textarea--error', props.classes)}
        id={id}
        name={props.name ?? ''}
        rows={Number(props.rows || 5)}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={describedBy(id, props.describedBy, props.hint, props.errorMessage)}
        autocomplete={(props.autocomplete || undefined) as 'on' | undefined}
        {...props.attributes}
      >
        {props.value}
      </textarea>
    </FormGroup>
  )
}
