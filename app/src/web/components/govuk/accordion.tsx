import { classNames } from '../class-names.js'
import type { Attributes, Text } from '../options.js'
import { translations } from '../translations.js'

/** One section. Text content is a paragraph; anything else is shown as it is. */
export interface AccordionItem {
  readonly heading: { readonly text?: Text }
  readonly summary?: { readonly text?: Text }
  readonly content?: { readonly text?: Text }
  readonly expanded?: boolean
}

/** Options of GOV.UK Frontend's accordion. */
export interface AccordionProps {
  readonly id: string
  readonly items: readonly (AccordionItem | null | false | undefined)[]
  readonly headingLevel?: number | string
  readonly rememberExpanded?: boolean
  readonly hideAllSectionsText?: string
  readonly hideSectionText?: string
  readonly hideSectionAriaLabelText?: string
  readonly showAllSectionsText?: string
  readonly showSectionText?: string
  readonly showSectionAriaLabelText?: string
  readonly classes?: string
  readonly attributes?: Attributes
}

/**
 * Sections that fold. On pages about children give `rememberExpanded={false}`: what was open is otherwise kept in the
 * browser after sign-out.
 */
export function Accordion(props: AccordionProps) {
  return (
    <div
      class={classNames('govuk-accordion', props.classes)}
      data-module="govuk-accordion"
      id={props.id}
      {...translations({
        'hide-all-sections': props.hideAllSectionsText,
        'hide-section': props.hideSectionText,
        'hide-section-aria-label': props.hideSectionAriaLabelText,
        'show-all-sections': props.showAllSectionsText,
        'show-section': props.showSectionText,
        'show-section-aria-label': props.showSectionAriaLabelText,
      })}
      data-remember-expanded={props.rememberExpanded}
      {...props.attributes}
    >
      {props.items.map(
        (item, at) => item && <Section {...item} id={props.id} at={at + 1} headingLevel={props.headingLevel} />,
      )}
    </div>
  )
}

interface SectionProps extends AccordionItem {
  readonly id: string
  readonly at: number
  readonly headingLevel: AccordionProps['headingLevel']
}

function Section({ id, at, heading, summary, content, expanded, headingLevel }: SectionProps) {
  const Heading = `h${headingLevel || 2}` as 'h2'
  return (
    <div class={classNames('govuk-accordion__section', expanded && 'govuk-accordion__section--expanded')}>
      <div class="govuk-accordion__section-header">
        <Heading class="govuk-accordion__section-heading">
          <span class="govuk-accordion__section-button" id={`${id}-heading-${at}`}>
            {heading.text}
          </span>
        </Heading>
        {summary?.text && (
          <div class="govuk-accordion__section-summary govuk-body" id={`${id}-summary-${at}`}>
            {summary.text}
          </div>
        )}
      </div>
      <div id={`${id}-content-${at}`} class="govuk-accordion__section-content">
        {typeof content?.text === 'string' ? <p class="govuk-body">{content.text}</p> : content?.text}
      </div>
    </div>
  )
}
