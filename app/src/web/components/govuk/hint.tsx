import type { ComponentChildren } from 'preact'
import { classNames } from '../class-names.js'
import type { Part } from '../options.js'

/** A line of help under a label, tied to its control by `id` and aria-describedby. */
export function Hint(props: Part & { readonly id?: string; readonly children?: ComponentChildren }) {
  return (
    <div id={props.id} class={classNames('govuk-hint', props.classes)} {...props.attributes}>
      {props.children ?? props.text}
    </div>
  )
}
