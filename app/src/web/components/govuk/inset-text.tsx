import type { ComponentChildren } from 'preact'
import { classNames } from '../class-names.js'
import type { Part } from '../options.js'

/** A passage set apart from the text around it. */
export function InsetText(props: Part & { readonly id?: string; readonly children?: ComponentChildren }) {
  return (
    <div id={props.id} class={classNames('govuk-inset-text', props.classes)} {...props.attributes}>
      {props.children ?? props.text}
    </div>
  )
}
