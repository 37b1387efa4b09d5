import type { ComponentChildren } from 'preact'
import { classNames } from '../class-names.js'
import type { FieldsetOptions } from '../options.js'

/** A group of controls under one legend. */
export function Fieldset(props: FieldsetOptions & { readonly children?: ComponentChildren }) {
  const { legend } = props
  return (
    <fieldset
      class={classNames('govuk-fieldset', props.classes)}
      role={(props.role || undefined) as 'group' | undefined}
      aria-describedby={props.describedBy || undefined}
      {...props.attributes}
    >
      {legend?.text ? (
        <legend class={classNames('govuk-fieldset__legend', legend.classes)}>
          {legend.isPageHeading ? <h1 class="govuk-fieldset__heading">{legend.text}</h1> : legend.text}
        </legend>
      ) : null}
      {props.children}
    </fieldset>
  )
}
