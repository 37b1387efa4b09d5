import type { ComponentChildren } from 'preact'
import { classNames } from '../class-names.js'
import type { Attributes, Text } from '../options.js'
import { Button } from './button.js'

/** A way on from an interruption panel: a button, or a link when it has an address. */
export interface PanelAction {
  readonly text?: Text
  readonly href?: string
  readonly type?: 'button' | 'submit' | 'reset'
  readonly classes?: string
  readonly attributes?: Attributes
}

/** Options of GOV.UK Frontend's panel. `actions` are shown by the interruption variant only. */
export interface PanelProps {
  readonly titleText: Text
  readonly headingLevel?: number | string
  readonly text?: Text
  readonly children?: ComponentChildren
  readonly classes?: string
  readonly attributes?: Attributes
  readonly actions?: {
    readonly items?: readonly PanelAction[]
    readonly classes?: string
    readonly attributes?: Attributes
  }
}

/** The big confirmation at the end of a task, or a stop on the way to one (`govuk-panel--interruption`). */
export function Panel(props: PanelProps) {
  const Heading = `h${props.headingLevel || 1}` as 'h1'
  const interruption = props.classes?.includes('govuk-panel--interruption')
  const body = props.children ?? props.text
  return (
    <div
      class={classNames('govuk-panel', !interruption && 'govuk-panel--confirmation', props.classes)}
      {...props.attributes}
    >
      <Heading class="govuk-panel__title">{props.titleText}</Heading>
      {body && <div class="govuk-panel__body">{body}</div>}
      {interruption && props.actions && (
        <div class={classNames('govuk-panel__actions', props.actions.classes)} {...props.actions.attributes}>
          {props.actions.items?.length ? (
            <div class="govuk-button-group">
              {props.actions.items.map((action) => (
                <Action {...action} />
              ))}
            </div>
          ) : null}
        </div>
      )}
    </div>
  )
}

function Action(action: PanelAction) {
  if (action.href && action.type !== 'button')
    return (
      <a class={classNames('govuk-link govuk-link--inverse', action.classes)} href={action.href} {...action.attributes}>
        {action.text}
      </a>
    )
  return (
    <Button {...action} type={action.type || 'button'} classes={classNames('govuk-button--inverse', action.classes)} />
  )
}
