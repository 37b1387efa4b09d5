import { classNames } from '../class-names.js'
import type { ControlOptions } from '../options.js'
import { translations } from '../translations.js'
import { Button } from './button.js'
import { Input } from './input.js'

/** Options of GOV.UK Frontend's password input. */
export interface PasswordInputProps extends ControlOptions {
  readonly value?: string
  readonly autocomplete?: string
  readonly showPasswordText?: string
  readonly hidePasswordText?: string
  readonly showPasswordAriaLabelText?: string
  readonly hidePasswordAriaLabelText?: string
  readonly passwordShownAnnouncementText?: string
  readonly passwordHiddenAnnouncementText?: string
  readonly button?: { readonly classes?: string }
}

/** A password, with a button to show it once JavaScript runs. */
export function PasswordInput(props: PasswordInputProps) {
  const id = props.id || props.name || ''
  const { formGroup } = props
  return (
    <Input
      label={props.label}
      hint={props.hint}
      errorMessage={props.errorMessage}
      describedBy={props.describedBy}
      disabled={props.disabled}
      attributes={props.attributes}
      value={props.value}
      id={id}
      name={props.name}
      type="password"
      spellcheck={false}
      autocapitalize="none"
      autocomplete={props.autocomplete || 'current-password'}
      classes={classNames('govuk-password-input__input govuk-js-password-input-input', props.classes)}
      inputWrapper={{ classes: 'govuk-password-input__wrapper' }}
      formGroup={{
        classes: classNames('govuk-password-input', formGroup?.classes),
        attributes: { 'data-module': 'govuk-password-input', ...texts(props), ...formGroup?.attributes },
        beforeInput: formGroup?.beforeInput,
        afterInput: {
          text: (
            <>
              <Toggle {...props} id={id} />
              {formGroup?.afterInput?.text}
            </>
          ),
        },
      }}
    />
  )
}

// Hidden until GOV.UK Frontend's script has taken charge of it: without JavaScript it could do nothing.
function Toggle(props: PasswordInputProps & { readonly id: string }) {
  return (
    <Button
      type="button"
      classes={classNames(
        'govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle',
        props.button?.classes,
      )}
      text={props.showPasswordText ?? 'Show'}
      attributes={{
        'aria-controls': props.id,
        'aria-label': props.showPasswordAriaLabelText ?? 'Show password',
        hidden: true,
      }}
    />
  )
}

function texts(props: PasswordInputProps) {
  return translations({
    'show-password': props.showPasswordText,
    'hide-password': props.hidePasswordText,
    'show-password-aria-label': props.showPasswordAriaLabelText,
    'hide-password-aria-label': props.hidePasswordAriaLabelText,
    'password-shown-announcement': props.passwordShownAnnouncementText,
    'password-hidden-announcement': props.passwordHiddenAnnouncementText,
  })
}
