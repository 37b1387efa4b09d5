import type { ComponentChildren } from 'preact'
import { classNames } from '../class-names.js'
import type { Attributes, Text } from '../options.js'

/** Options of GOV.UK Frontend's notification banner. */
export interface NotificationBannerProps {
  /** 'success', or anything else for a plain note. */
  readonly type?: string
  readonly text?: Text
  readonly children?: ComponentChildren
  readonly titleText?: Text
  readonly titleId?: string
  readonly titleHeadingLevel?: number | string
  readonly role?: string
  readonly disableAutoFocus?: boolean
  readonly classes?: string
  readonly attributes?: Attributes
}

/** Something that has just happened, or that matters on every page. Success is announced; the rest is a region. */
export function NotificationBanner(props: NotificationBannerProps) {
  const success = props.type === 'success'
  const titleId = props.titleId || 'govuk-notification-banner-title'
  const { text } = props
  // One line of words is set larger; anything more is laid out by the page itself.
  const content =
    props.children ??
    (typeof text === 'string' ? text && <p class="govuk-notification-banner__heading">{text}</p> : text)
  const Heading = `h${props.titleHeadingLevel || 2}` as 'h2'
  return (
    <div
      class={classNames('govuk-notification-banner', success && 'govuk-notification-banner--success', props.classes)}
      role={(props.role || (success ? 'alert' : 'region')) as 'region'}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {props.titleText || (success ? 'Success' : 'Important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">{content}</div>
    </div>
  )
}
