import type { ComponentChildren } from 'preact'
import { classNames } from '../class-names.js'
import type { Attributes, Text } from '../options.js'

/** Options of GOV.UK Frontend's button. With `href` it is a link that looks like a button, else a real button. */
export interface ButtonProps {
  readonly text?: Text
  readonly children?: ComponentChildren
  readonly href?: string
  readonly type?: 'submit' | 'button' | 'reset'
  readonly name?: string
  readonly value?: string
  readonly id?: string
  readonly disabled?: boolean
  readonly isStartButton?: boolean
  readonly preventDoubleClick?: boolean
  readonly classes?: string
  readonly attributes?: Attributes
}

/** The one main action of a page, or a lesser one with `govuk-button--secondary`. */
export function Button(props: ButtonProps) {
  const shared = {
    class: classNames('govuk-button', props.classes, props.isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    id: props.id || undefined,
    ...props.attributes,
  }
  const label = <Content {...props} />
  if (props.href)
    return (
      <a href={props.href} role="button" draggable={'false' as unknown as boolean} {...shared}>
        {label}
      </a>
    )
  return (
    <button
      type={props.type || 'submit'}
      value={props.value || undefined}
      name={props.name || undefined}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick}
      {...shared}
    >
      {label}
    </button>
  )
}

// Start buttons are laid out by flexbox, which drops the spaces between elements; a span keeps marked-up text together.
function Content({ text, children, isStartButton }: ButtonProps) {
  const content = children ?? text
  if (!isStartButton) return <>{content}</>
  return (
    <>
      {typeof content === 'object' ? <span>{content}</span> : content}
      <svg
        class="govuk-button__start-icon"
        xmlns="http://www.w3.org/2000/svg"
        width="17.5"
        height="19"
        viewBox="0 0 33 40"
        aria-hidden="true"
        focusable="false"
      >
        <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
      </svg>
    </>
  )
}
