import { classNames } from '../class-names.js'
import type { Attributes, Text } from '../options.js'

/** One view of the same thing. */
export interface SubNavigationItem {
  readonly text: Text
  readonly href: string
  readonly active?: boolean
  readonly classes?: string
  readonly attributes?: Attributes
}

/** Options of MOJ's sub navigation. */
export interface SubNavigationProps {
  readonly items: readonly SubNavigationItem[]
  readonly label?: string
  readonly classes?: string
  readonly attributes?: Attributes
}

/** The views of one thing, as links in a row: a case's chronology, people, actions. */
export function SubNavigation({ items, label, classes, attributes }: SubNavigationProps) {
  return (
    <nav
      class={classNames('moj-sub-navigation', classes)}
      aria-label={label || 'Secondary navigation region'}
      {...attributes}
    >
      <ul class="moj-sub-navigation__list">
        {items.map((item) => (
          <li class={classNames('moj-sub-navigation__item', item.classes)}>
            <a
              class="moj-sub-navigation__link"
              aria-current={item.active ? 'page' : undefined}
              href={item.href}
              {...item.attributes}
            >
              {item.text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
