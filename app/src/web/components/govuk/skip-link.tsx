import type { ComponentChildren } from 'preact'
import { classNames } from '../class-names.js'
import type { Part } from '../options.js'

/** The first link of a page, seen when it has the focus: straight to what the page is about. */
export function SkipLink(props: Part & { readonly href?: string; readonly children?: ComponentChildren }) {
  return (
    <a
      href={props.href || '#content'}
      class={classNames('govuk-skip-link', props.classes)}
      {...props.attributes}
      data-module="govuk-skip-link"
    >
      {props.children ?? props.text}
    </a>
  )
}
