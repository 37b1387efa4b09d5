import type { ComponentChildren } from 'preact'
import { classNames } from '../class-names.js'
import type { Attributes, Text } from '../options.js'

/** Options of GOV.UK Frontend's back link. */
export interface BackLinkProps {
  readonly href?: string
  readonly text?: Text
  readonly children?: ComponentChildren
  readonly classes?: string
  readonly attributes?: Attributes
}

/** The way back to the page before, at the top of a page. */
export function BackLink(props: BackLinkProps) {
  return (
    <a href={props.href || '#'} class={classNames('govuk-back-link', props.classes)} {...props.attributes}>
      {props.children || props.text || 'Back'}
    </a>
  )
}
