import type { ComponentChildren } from 'preact'
import { classNames } from '../class-names.js'
import type { Part } from '../options.js'

/** A warning that must not be missed. */
export function WarningText(
  props: Part & { readonly iconFallbackText?: string; readonly children?: ComponentChildren },
) {
  const content = props.children ?? props.text
  return (
    <div class={classNames('govuk-warning-text', props.classes)} {...props.attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{props.iconFallbackText || 'Warning'}</span>
        {content && <> {content}</>}
      </strong>
    </div>
  )
}
