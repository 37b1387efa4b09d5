import type { ComponentChildren } from 'preact'
import { classNames } from '../class-names.js'
import type { Part } from '../options.js'

/** MOJ's badge: a small outlined word beside a heading. */
export function Badge(props: Part & { readonly children?: ComponentChildren }) {
  return (
    <span class={classNames('moj-badge', props.classes)} {...props.attributes}>
      {props.children ?? props.text}
    </span>
  )
}
