import { classNames } from '../class-names.js'
import type { Attributes, Text } from '../options.js'

/** One step of the way here; the last, without `href`, is this page. */
export interface Breadcrumb {
  readonly text?: Text
  readonly href?: string
  readonly attributes?: Attributes
}

/** Options of GOV.UK Frontend's breadcrumbs. */
export interface BreadcrumbsProps {
  readonly items: readonly Breadcrumb[]
  readonly collapseOnMobile?: boolean
  readonly labelText?: string
  readonly classes?: string
  readonly attributes?: Attributes
}

/** Where this page stands below others. */
export function Breadcrumbs(props: BreadcrumbsProps) {
  return (
    <nav
      class={classNames(
        'govuk-breadcrumbs',
        props.classes,
        props.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
      )}
      {...props.attributes}
      aria-label={props.labelText ?? 'Breadcrumb'}
    >
      <ol class="govuk-breadcrumbs__list">
        {props.items.map((item) => (
          <li class="govuk-breadcrumbs__list-item" aria-current={item.href ? undefined : 'page'}>
            {item.href ? (
              <a class="govuk-breadcrumbs__link" href={item.href} {...item.attributes}>
                {item.text}
              </a>
            ) : (
              item.text
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
