import { PasswordInput } from '../../../web/components/govuk/password-input.js'
import { buildField, fieldBuilder } from '../build-field.js'
import { wrong } from '../read-text.js'
import { errorOf, hintOf, labelOf } from '../typed.js'

/** A password. Whether it is strong enough is decided where it is set, with the school's own rules. */
export interface PasswordOptions {
  readonly autocomplete: 'current-password' | 'new-password'
}

/** Long enough for any passphrase; short enough that hashing one cannot be used to keep the server busy. In characters. */
const longest = 256

/** A password: kept exactly as typed (spaces count), never shown again, never handed back. */
export const password = fieldBuilder<PasswordOptions, string>((options) =>
  buildField<string>(options, {
    kind: 'password',
    read(body, name) {
      const sent = body[name]
      if (sent === undefined || sent === '') return { is: 'empty' }
      if (typeof sent !== 'string') return wrong('This was sent twice over. Type it again')
      if (sent.length > longest) return wrong(`A password here has at most ${longest} characters`)
      return { is: 'answer', value: sent.normalize('NFC') }
    },
    view: (view) => (
      <PasswordInput
        name={view.name}
        label={labelOf(options.label, view)}
        hint={hintOf(options.hint)}
        errorMessage={errorOf(view.faults)}
        autocomplete={options.autocomplete}
      />
    ),
    say: () => 'Not shown',
    retype: () => ({}),
    schema: () => ({ type: 'string', minLength: 1, maxLength: longest, format: 'password' }),
  }),
)
