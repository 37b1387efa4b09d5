import { classNames } from '../class-names.js'
import type { Attributes, Text } from '../options.js'

/** A link to the page before or after. */
export interface PaginationLink {
  readonly href?: string
  readonly text?: Text
  readonly labelText?: string
  readonly attributes?: Attributes
}

/** A numbered page, or the dots between. */
export interface PaginationItem {
  readonly number?: string | number
  readonly href?: string
  readonly current?: boolean
  readonly ellipsis?: boolean
  readonly visuallyHiddenText?: string
  readonly attributes?: Attributes
}

/** Options of GOV.UK Frontend's pagination. */
export interface PaginationProps {
  readonly previous?: PaginationLink
  readonly next?: PaginationLink
  readonly items?: readonly (PaginationItem | null)[]
  readonly landmarkLabel?: string
  readonly classes?: string
  readonly attributes?: Attributes
}

/** Links between the pages of a list. Our lists give only `previous` and `next`, by key: a full count is never made. */
export function Pagination(props: PaginationProps) {
  const { items, previous, next } = props
  const block = !items && Boolean(next || previous)
  return (
    <nav
      class={classNames('govuk-pagination', block && 'govuk-pagination--block', props.classes)}
      aria-label={props.landmarkLabel || 'Pagination'}
      {...props.attributes}
    >
      {previous?.href && <Arrow {...previous} way="prev" block={block} word="Previous" />}
      {items && (
        <ul class="govuk-pagination__list">
          {items.map((item) => item && Object.keys(item).length > 0 && <Item {...item} />)}
        </ul>
      )}
      {next?.href && <Arrow {...next} way="next" block={block} word="Next" />}
    </nav>
  )
}

const shapes = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

interface ArrowProps extends PaginationLink {
  readonly way: 'prev' | 'next'
  readonly block: boolean
  readonly word: string
}

function Arrow({ way, block, word, ...link }: ArrowProps) {
  const undecorated = block && !link.labelText
  return (
    <div class={`govuk-pagination__${way}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={way} {...link.attributes}>
        {(block || way === 'prev') && <Shape way={way} />}
        <span
          class={classNames('govuk-pagination__link-title', undecorated && 'govuk-pagination__link-title--decorated')}
        >
          {link.text || (
            <>
              {word}
              <span class="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {link.labelText && block && (
          <>
            <span class="govuk-visually-hidden">:</span>
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!block && way === 'next' && <Shape way={way} />}
      </a>
    </div>
  )
}

function Shape({ way }: { readonly way: 'prev' | 'next' }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${way}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={shapes[way]} />
    </svg>
  )
}

function Item(item: PaginationItem) {
  return (
    <li
      class={classNames(
        'govuk-pagination__item',
        item.current && 'govuk-pagination__item--current',
        item.ellipsis && 'govuk-pagination__item--ellipsis',
      )}
    >
      {item.ellipsis ? (
        '\u22ef'
      ) : (
        <a
          class="govuk-link govuk-pagination__link"
          href={item.href}
          aria-label={item.visuallyHiddenText ?? `Page ${item.number}`}
          aria-current={item.current ? 'page' : undefined}
          {...item.attributes}
        >
          {item.number}
        </a>
      )}
    </li>
  )
}
