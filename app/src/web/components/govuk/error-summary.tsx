import { classNames } from '../class-names.js'
import type { Attributes, Text } from '../options.js'

/** One thing to put right, linking to its control by `#id`. */
export interface ErrorSummaryItem {
  readonly text?: Text
  readonly href?: string
  readonly attributes?: Attributes
}

/** Options of GOV.UK Frontend's error summary. */
export interface ErrorSummaryProps {
  readonly titleText: Text
  readonly descriptionText?: Text
  readonly errorList?: readonly ErrorSummaryItem[]
  readonly disableAutoFocus?: boolean
  readonly classes?: string
  readonly attributes?: Attributes
}

/**
 * Everything to put right, at the top of the page. The alert sits inside a child element because the script moves the
 * focus to the outer one, and a reader would otherwise hear only half of it.
 */
export function ErrorSummary(props: ErrorSummaryProps) {
  return (
    <div
      class={classNames('govuk-error-summary', props.classes)}
      data-disable-auto-focus={props.disableAutoFocus}
      {...props.attributes}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{props.titleText}</h2>
        <div class="govuk-error-summary__body">
          {props.descriptionText && <p>{props.descriptionText}</p>}
          {props.errorList?.length ? (
            <ul class="govuk-list govuk-error-summary__list">
              {props.errorList.map((item) => (
                <li>
                  {item.href ? (
                    <a href={item.href} {...item.attributes}>
                      {item.text}
                    </a>
                  ) : (
                    item.text
                  )}
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      </div>
    </div>
  )
}
