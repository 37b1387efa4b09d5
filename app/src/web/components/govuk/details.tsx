import type { ComponentChildren } from 'preact'
import { classNames } from '../class-names.js'
import type { Attributes, Text } from '../options.js'

/** Options of GOV.UK Frontend's details. */
export interface DetailsProps {
  readonly summaryText: Text
  readonly text?: Text
  readonly children?: ComponentChildren
  readonly id?: string
  readonly open?: boolean
  readonly classes?: string
  readonly attributes?: Attributes
}

/** Something that can be folded away. */
export function Details(props: DetailsProps) {
  return (
    <details id={props.id} class={classNames('govuk-details', props.classes)} {...props.attributes} open={props.open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{props.summaryText}</span>
      </summary>
      <div class="govuk-details__text">{props.children ?? props.text}</div>
    </details>
  )
}
