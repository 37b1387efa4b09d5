import { classNames } from '../class-names.js'
import type { LabelOptions } from '../options.js'

/** The label of a control; nothing at all when there is no text. */
export function Label(props: LabelOptions) {
  if (!props.text) return null
  const label = (
    <label class={classNames('govuk-label', props.classes)} {...props.attributes} for={props.for || undefined}>
      {props.text}
    </label>
  )
  return props.isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
