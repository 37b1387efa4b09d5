import { route } from '../../web/urls.js'

/** Where people land after signing in. Its page belongs to a later module. */
export const todayUrl = route('/today')

export const signInUrl = route('/sign-in')
/** The fixed words stand before the school's slug, so no school may be called 'again', 'second-step' or 'leave'. */
export const againUrl = route('/sign-in/again')
export const secondStepUrl = route('/sign-in/second-step')
export const schoolSignInUrl = route('/sign-in/:school')
export const firstSignInUrl = route('/sign-in/:school/first')
export const passkeySignInUrl = route('/sign-in/:school/passkey')
export const signOutUrl = route('/sign-out')

export const accountUrl = route('/account')
export const newPasswordUrl = route('/account/password')
export const passwordAdviceUrl = route('/account/password/advice')
export const secondFactorUrl = route('/account/second-factor')
export const secondFactorPictureUrl = route('/account/second-factor/code.svg')
export const removeFactorUrl = route('/account/second-factor/:factor/remove')
export const recoveryCodesUrl = route('/account/recovery-codes')
export const addPasskeyUrl = route('/account/passkey')
export const endSessionUrl = route('/account/sessions/:session/end')
export const endSessionsUrl = route('/account/sessions/end')

export const accountsUrl = route('/people/accounts')
export const newAccountUrl = route('/people/accounts/new')
export const askEverybodyUrl = route('/people/accounts/ask-new-password')
export const oneAccountUrl = route('/people/accounts/:account')
export const firstCodeUrl = route('/people/accounts/:account/first-code')
export const endSignInsUrl = route('/people/accounts/:account/end-sign-ins')
export const askNewPasswordUrl = route('/people/accounts/:account/ask-new-password')
export const resetFactorUrl = route('/people/accounts/:account/reset-second-factor')
export const endAccountUrl = route('/people/accounts/:account/end')
