import { defineForm } from '../../engine/forms/define-form.js'
import { hidden } from '../../engine/forms/fields/hidden.js'
import { manyChoices } from '../../engine/forms/fields/many-choices.js'
import { password } from '../../engine/forms/fields/password.js'
import { personPicker } from '../../engine/forms/fields/person-picker.js'
import { text } from '../../engine/forms/fields/text.js'

const username = text({
  label: 'Username',
  hint: 'The one on the slip with your first code. It may be your school e-mail address.',
  missing: 'Type your username',
  autocomplete: 'username',
  inputmode: 'email',
})

const shared = manyChoices({
  label: 'Who uses this computer?',
  optional: true,
  options: [
    {
      value: 'yes',
      text: 'This is a shared computer',
      hint: 'You will be signed out after five minutes of nothing, or when the browser is closed.',
    },
  ],
})

/** Name and password. */
export const signInForm = defineForm({
  username,
  password: password({ label: 'Password', missing: 'Type your password', autocomplete: 'current-password' }),
  shared,
})

/** The slip from the school office. */
export const firstSignInForm = defineForm({
  username,
  code: text({
    label: 'Code from your slip',
    hint: 'Three groups of four, such as 7K4M-9QTX-2PWD. Small letters are fine.',
    missing: 'Type the code from your slip',
    maxLength: 40,
    width: 20,
  }),
  shared,
})

/** The second step of a sign-in. */
export const secondStepForm = defineForm({
  code: text({
    label: 'Code',
    hint: 'Six figures from the app on your phone. Without your phone: one of the recovery codes on your card.',
    missing: 'Type the code your app shows now, or a recovery code',
    autocomplete: 'one-time-code',
    maxLength: 40,
    width: 10,
  }),
})

/** Proof that it is still the same person. */
export const againForm = defineForm({
  password: password({ label: 'Your password', missing: 'Type your password', autocomplete: 'current-password' }),
})

const newPassword = (hint: string) =>
  password({ label: 'New password', hint, missing: 'Type a new password', autocomplete: 'new-password' })

/** A new password where one is asked for: whoever comes here has just proved who they are. */
export const firstPasswordForm = (rules: string) => defineForm({ 'new-password': newPassword(rules) })

/** A new password of somebody's own accord. */
export const changePasswordForm = (rules: string) =>
  defineForm({
    'old-password': password({
      label: 'Password you have now',
      missing: 'Type the password you have now',
      autocomplete: 'current-password',
    }),
    'new-password': newPassword(rules),
  })

/** The first code of a new authenticator app. */
export const confirmAppForm = defineForm({
  code: text({
    label: 'Code your app shows now',
    missing: 'Type the six figures that your app shows now',
    autocomplete: 'one-time-code',
    inputmode: 'numeric',
    maxLength: 20,
    width: 10,
  }),
})

/** What a browser's passkey answered, put in by our script. */
export const passkeyForm = defineForm({
  challenge: hidden({ shape: /^[0-9a-f-]{36}$/ }),
})

/** A way in for somebody. */
export const newAccountForm = defineForm({
  person: personPicker({
    label: 'Who is it for?',
    hint: 'Search for an adult who works or governs here.',
    missing: 'Search for the person, then choose them',
    onlyOne: true,
  }),
  username: text({
    label: 'Username',
    hint: 'Their school e-mail address is easiest to remember. No spaces.',
    missing: 'Type a username',
    maxLength: 100,
  }),
})
