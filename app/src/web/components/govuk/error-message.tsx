import type { ComponentChildren } from 'preact'
import { classNames } from '../class-names.js'
import type { ErrorMessageOptions } from '../options.js'

/** What is wrong with one control, beside it: a sentence that says what to do. */
export function ErrorMessage(props: ErrorMessageOptions & { readonly children?: ComponentChildren }) {
  const hidden = props.visuallyHiddenText ?? 'Error'
  return (
    <p id={props.id} class={classNames('govuk-error-message', props.classes)} {...props.attributes}>
      {hidden && (
        <>
          <span class="govuk-visually-hidden">{hidden}:</span>{' '}
        </>
      )}
      {props.children ?? props.text}
    </p>
  )
}
