import type { ComponentChildren } from 'preact'
import { classNames } from '../class-names.js'
import type { Attributes, Text } from '../options.js'
import { translations } from '../translations.js'
import { Button } from './button.js'

/** Options of GOV.UK Frontend's exit this page. */
export interface ExitThisPageProps {
  readonly text?: Text
  readonly children?: ComponentChildren
  readonly redirectUrl?: string
  readonly id?: string
  readonly classes?: string
  readonly attributes?: Attributes
  readonly activatedText?: string
  readonly timedOutText?: string
  readonly pressTwoMoreTimesText?: string
  readonly pressOneMoreTimeText?: string
}

/** Leave quickly: a plain link without JavaScript; with it, Shift pressed three times leaves too. */
export function ExitThisPage(props: ExitThisPageProps) {
  return (
    <div
      id={props.id}
      class={classNames('govuk-exit-this-page', props.classes)}
      data-module="govuk-exit-this-page"
      {...props.attributes}
      {...translations({
        activated: props.activatedText,
        'timed-out': props.timedOutText,
        'press-two-more-times': props.pressTwoMoreTimesText,
        'press-one-more-time': props.pressOneMoreTimeText,
      })}
    >
      <Button
        classes="govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button"
        href={props.redirectUrl || 'https://www.bbc.co.uk/weather'}
        attributes={{ rel: 'nofollow noreferrer' }}
      >
        {props.children ?? props.text ?? (
          <>
            <span class="govuk-visually-hidden">Emergency</span> Exit this page
          </>
        )}
      </Button>
    </div>
  )
}
