import type { ComponentChildren } from 'preact'
import { classNames } from '../class-names.js'
import type { Attributes, Text } from '../options.js'

/** One place to go. `current` is this page, `active` a page below it. */
export interface NavigationItem {
  readonly text?: Text
  readonly href?: string
  readonly active?: boolean
  readonly current?: boolean
  readonly attributes?: Attributes
}

/** Options of GOV.UK Frontend's service navigation. */
export interface ServiceNavigationProps {
  readonly navigation?: readonly (NavigationItem | null | false | undefined)[]
  readonly serviceName?: Text
  readonly serviceUrl?: string
  readonly ariaLabel?: string
  readonly navigationLabel?: string
  readonly navigationId?: string
  readonly navigationClasses?: string
  readonly menuButtonText?: string
  readonly menuButtonLabel?: string
  readonly collapseNavigationOnMobile?: boolean
  readonly slots?: {
    readonly start?: Text
    readonly end?: { readonly text?: Text; readonly align?: string }
    readonly navigationStart?: Text
    readonly navigationEnd?: Text
  }
  readonly classes?: string
  readonly attributes?: Attributes
}

/** The main places of the product, under the header. A region only when it holds more than the links. */
export function ServiceNavigation(props: ServiceNavigationProps) {
  const { slots } = props
  const shared = {
    class: classNames('govuk-service-navigation', props.classes),
    'data-module': 'govuk-service-navigation',
    ...props.attributes,
  }
  const inner = (
    <div
      class={classNames(
        'govuk-width-container',
        slots?.end?.align === 'inline' && 'govuk-service-navigation__inlining-container',
      )}
    >
      {slots?.start}
      <div class="govuk-service-navigation__container">
        <ServiceName {...props} />
        <Navigation {...props} />
      </div>
      {slots?.end?.text}
    </div>
  )
  if (!props.serviceName && !slots?.start && !slots?.end?.text) return <div {...shared}>{inner}</div>
  return (
    <section aria-label={props.ariaLabel ?? 'Service information'} {...shared}>
      {inner}
    </section>
  )
}

function ServiceName({ serviceName, serviceUrl }: ServiceNavigationProps) {
  if (!serviceName) return null
  return (
    <span class="govuk-service-navigation__service-name">
      {serviceUrl ? (
        <a href={serviceUrl} class="govuk-service-navigation__link">
          {serviceName}
        </a>
      ) : (
        <span class="govuk-service-navigation__text">{serviceName}</span>
      )}
    </span>
  )
}

function Navigation(props: ServiceNavigationProps) {
  const items = (props.navigation ?? []).filter((item) => !!item)
  const { slots } = props
  if (!items.length && !slots?.navigationStart && !slots?.navigationEnd) return null
  const id = props.navigationId || 'navigation'
  const menu = props.menuButtonText || 'Menu'
  return (
    <nav
      aria-label={props.navigationLabel || menu}
      class={classNames('govuk-service-navigation__wrapper', props.navigationClasses)}
    >
      {(props.collapseNavigationOnMobile ?? items.length > 1) && (
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={id}
          aria-label={props.menuButtonLabel && props.menuButtonLabel !== menu ? props.menuButtonLabel : undefined}
          hidden
          aria-hidden="true"
        >
          {menu}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={id}>
        {slots?.navigationStart}
        {items.map((item) => (
          <Item {...item} />
        ))}
        {slots?.navigationEnd}
      </ul>
    </nav>
  )
}

function Item(item: NavigationItem) {
  const here = item.active || item.current
  const current = here ? (item.current ? 'page' : 'true') : undefined
  const text: ComponentChildren = here ? (
    <strong class="govuk-service-navigation__active-fallback">{item.text}</strong>
  ) : (
    item.text
  )
  return (
    <li class={classNames('govuk-service-navigation__item', here && 'govuk-service-navigation__item--active')}>
      {item.href ? (
        <a class="govuk-service-navigation__link" href={item.href} aria-current={current} {...item.attributes}>
          {text}
        </a>
      ) : item.text ? (
        <span class="govuk-service-navigation__text" aria-current={current}>
          {text}
        </span>
      ) : null}
    </li>
  )
}
