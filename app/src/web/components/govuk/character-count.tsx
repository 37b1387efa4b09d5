import { classNames } from '../class-names.js'
import type { Part } from '../options.js'
import { translations, type PluralTexts } from '../translations.js'
import { Hint } from './hint.js'
import { Textarea, type TextareaProps } from './textarea.js'

/** Options of GOV.UK Frontend's character count: a textarea that says how much room is left. */
export interface CharacterCountProps extends TextareaProps {
  readonly maxlength?: number | string
  readonly maxwords?: number | string
  readonly threshold?: number | string
  readonly countType?: string
  readonly countMessage?: { readonly classes?: string }
  readonly textareaDescriptionText?: string
  readonly charactersUnderLimitText?: PluralTexts
  readonly charactersAtLimitText?: string
  readonly charactersOverLimitText?: PluralTexts
  readonly wordsUnderLimitText?: PluralTexts
  readonly wordsAtLimitText?: string
  readonly wordsOverLimitText?: PluralTexts
}

/** Several lines of text with a limit. Without JavaScript the limit is stated; with it, what is left is counted. */
export function CharacterCount(props: CharacterCountProps) {
  const id = props.id || props.name || ''
  const { formGroup } = props
  return (
    <Textarea
      id={id}
      name={props.name}
      describedBy={`${id}-info`}
      rows={props.rows}
      spellcheck={props.spellcheck}
      value={props.value}
      disabled={props.disabled}
      formGroup={{
        classes: classNames('govuk-character-count', formGroup?.classes),
        attributes: { ...countAttributes(props), ...formGroup?.attributes },
        beforeInput: formGroup?.beforeInput,
        afterInput: {
          text: (
            <>
              <LimitMessage id={`${id}-info`} classes={props.countMessage?.classes} text={limitText(props)} />
              {formGroup?.afterInput?.text}
            </>
          ),
        },
      }}
      classes={classNames('govuk-js-character-count', props.classes)}
      label={props.label}
      hint={props.hint}
      errorMessage={props.errorMessage}
      attributes={props.attributes}
    />
  )
}

function LimitMessage({ id, classes, text }: Part & { readonly id: string }) {
  return <Hint id={id} classes={classNames('govuk-character-count__message', classes)} text={text} />
}

const countType = (props: CharacterCountProps) => props.countType || (props.maxwords ? 'words' : undefined)

// With no limit in the markup the scripts set one later, and only then can the sentence be worded.
function limitText(props: CharacterCountProps): string | undefined {
  const limit = props.maxwords || props.maxlength
  if (!limit) return undefined
  const noun = countType(props) === 'words' ? 'words' : 'characters'
  return (props.textareaDescriptionText || `You can enter up to %{count} ${noun}`).replace('%{count}', String(limit))
}

function countAttributes(props: CharacterCountProps) {
  const described = !props.maxwords && !props.maxlength && props.textareaDescriptionText
  return {
    'data-module': 'govuk-character-count',
    'data-maxlength': props.maxlength,
    'data-maxwords': props.maxwords,
    'data-threshold': props.threshold,
    'data-count-type': countType(props),
    ...translations({
      'textarea-description': described ? { other: described } : undefined,
      'characters-under-limit': props.charactersUnderLimitText,
      'characters-at-limit': props.charactersAtLimitText,
      'characters-over-limit': props.charactersOverLimitText,
      'words-under-limit': props.wordsUnderLimitText,
      'words-at-limit': props.wordsAtLimitText,
      'words-over-limit': props.wordsOverLimitText,
    }),
  }
}
