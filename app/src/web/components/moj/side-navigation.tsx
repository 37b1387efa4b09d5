import { classNames } from '../class-names.js'
import type { Attributes, Text } from '../options.js'

/** One page of a section. */
export interface SideNavigationItem {
  readonly text: Text
  readonly href: string
  readonly active?: boolean
  readonly attributes?: Attributes
}

/** A titled group of pages. */
export interface SideNavigationSection {
  readonly heading: {
    readonly text: Text
    readonly headingLevel?: number
    readonly classes?: string
    readonly attributes?: Attributes
  }
  readonly items: readonly SideNavigationItem[]
}

/** Options of MOJ's side navigation: plain `items`, or titled `sections`. */
export interface SideNavigationProps {
  readonly items?: readonly SideNavigationItem[]
  readonly sections?: readonly SideNavigationSection[]
  readonly label?: string
  readonly classes?: string
  readonly attributes?: Attributes
}

/** The pages of one part of the product, at the side. */
export function SideNavigation({ items = [], sections, label, classes, attributes }: SideNavigationProps) {
  return (
    <nav class={classNames('moj-side-navigation', classes)} aria-label={label || undefined} {...attributes}>
      {sections ? sections.map((section) => <Section {...section} />) : <Items items={items} />}
    </nav>
  )
}

function Section({ heading, items }: SideNavigationSection) {
  const Heading = `h${heading.headingLevel ?? 4}` as 'h4'
  return (
    <>
      <Heading class={classNames('moj-side-navigation__title', heading.classes)} {...heading.attributes}>
        {heading.text}
      </Heading>
      <Items items={items} />
    </>
  )
}

function Items({ items }: { readonly items: readonly SideNavigationItem[] }) {
  return (
    <ul class="moj-side-navigation__list">
      {items.map((item) => (
        <li
          class={classNames('moj-side-navigation__item', item.active && 'moj-side-navigation__item--active')}
          {...item.attributes}
        >
          <a href={item.href} aria-current={item.active ? 'location' : undefined}>
            {item.text}
          </a>
        </li>
      ))}
    </ul>
  )
}
