import type { ComponentChildren } from 'preact'
import { Button } from '../govuk/button.js'
import type { Attributes, Text } from '../options.js'

/** The filters in use under one heading, each with the address of the list without it. */
export interface FilterCategory {
  readonly heading: { readonly text: Text }
  readonly items: readonly { readonly href: string; readonly text: Text }[]
}

/** Options of MOJ's filter. `children` are the controls (`optionsHtml` in the original). */
export interface FilterProps {
  readonly heading: { readonly text: Text }
  readonly submit?: { readonly text?: Text; readonly attributes?: Attributes }
  readonly selectedFilters?: {
    readonly heading: { readonly text: Text }
    readonly clearLink: { readonly text: Text; readonly href: string }
    readonly categories: readonly FilterCategory[]
  }
  readonly attributes?: Attributes
  readonly children: ComponentChildren
}

/** A panel of filters beside a long list. Most lists are better off with `<Filters>`, folded under the records. */
export function Filter({ heading, submit, selectedFilters, attributes, children }: FilterProps) {
  return (
    <div class="moj-filter" data-module="moj-filter" {...attributes}>
      <div class="moj-filter__header">
        <div class="moj-filter__header-title">
          <h2 class="govuk-heading-m">{heading.text}</h2>
        </div>{' '}
        <div class="moj-filter__header-action"></div>
      </div>
      <div class="moj-filter__content">
        {selectedFilters && <Selected {...selectedFilters} />}
        <div class="moj-filter__options">
          <Button text={submit?.text || 'Apply filters'} attributes={submit?.attributes} />
          {children}
        </div>
      </div>
    </div>
  )
}

function Selected({ heading, clearLink, categories }: NonNullable<FilterProps['selectedFilters']>) {
  return (
    <div class="moj-filter__selected">
      <div class="moj-filter__selected-heading">
        <div class="moj-filter__heading-title">
          <h2 class="govuk-heading-m">{heading.text}</h2>
        </div>{' '}
        <div class="moj-filter__heading-action">
          <p>
            <a class="govuk-link govuk-link--no-visited-state" href={clearLink.href}>
              {clearLink.text}
            </a>
          </p>
        </div>
      </div>
      {categories.map((category) => (
        <>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-0">{category.heading.text}</h3>
          <ul class="moj-filter-tags">
            {category.items.map((item) => (
              <li>
                <a class="moj-filter__tag" href={item.href}>
                  <span class="govuk-visually-hidden">Remove this filter</span> {item.text}
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </div>
  )
}
