import type { ComponentChildren } from 'preact'
import { classNames } from '../class-names.js'
import type { Part } from '../options.js'

/** A state in one or two words. Its colour only repeats what the word says. */
export function Tag(props: Part & { readonly children?: ComponentChildren }) {
  return (
    <strong class={classNames('govuk-tag', props.classes)} {...props.attributes}>
      {props.children ?? props.text}
    </strong>
  )
}
