import type { VNode } from 'preact'
import { Temporal } from 'temporal-polyfill'
import type { Frame } from '../../../web/layout/frame.js'
import { changePasswordForm, firstPasswordForm } from '../forms.js'
import { AccountPage } from './account.js'
import { AddPasskeyPage } from './add-passkey.js'
import { AgainPage } from './again.js'
import { ChooseSchoolPage } from './choose-school.js'
import { FirstSignInPage } from './first-sign-in.js'
import { keeperPages } from './keeper-pages.examples.js'
import { NewPasswordPage } from './new-password.js'
import { PasskeySignInPage } from './passkey-sign-in.js'
import { RecoveryCodesPage } from './recovery-codes.js'
import { SecondStepPage } from './second-step.js'
import { SetUpAppPage } from './set-up-app.js'
import { SignInPage } from './sign-in.js'
import { SignedOutPage } from './signed-out.js'

const now = Temporal.Instant.from('2026-11-24T10:42:00Z')
const context = { now }
const question = { challenge: '01980000-0000-7000-8000-000000000001', options: { challenge: 'a"b', rpId: 'localhost' } }
const wrong = (field: string, sentence: string) => [{ field, sentence, href: `#${field}` }]
const here = '/here'

const mine = { password: '/p', app: '/a', passkey: '/k', codes: '/c', endAll: '/e', reminders: '/r' }
const sessions = [
  { id: '1', label: 'Chrome on Windows', seenAt: now, current: true, shared: false, removeUrl: '/s/1' },
  {
    id: '2',
    label: 'Safari on iPad',
    seenAt: now.subtract({ hours: 3 }),
    current: false,
    shared: true,
    removeUrl: '/s/2',
  },
]
const factors = [
  { id: '1', label: 'Authenticator app', since: now, lastUsedAt: null, removeUrl: '/f/1' },
  { id: '2', label: 'Passkey: Safari on iPhone', since: now, lastUsedAt: now, removeUrl: '/f/2' },
]
const passwordUrls = { here, advice: '/advice', account: '/account' }
const appUrls = { here, picture: '/code.svg', account: '/account', passkey: '/passkey' }

/** The way in, empty, full and with something wrong. */
const waysIn: Readonly<Record<string, (frame: Frame) => VNode>> = {
  'sign-in': (frame) => (
    <SignInPage frame={frame} context={context} urls={{ here, first: '/first', passkey: '/passkey' }} next={null} />
  ),
  'sign-in-wrong': (frame) => (
    <SignInPage
      frame={frame}
      context={context}
      urls={{ here, first: '/first', passkey: null }}
      next="/today"
      typed={{ username: 'cara"<b>', shared: 'yes' }}
      errors={wrong('username', 'That username and password do not belong together.')}
    />
  ),
  'first-sign-in': (frame) => <FirstSignInPage frame={frame} context={context} urls={{ here, signIn: '/sign-in' }} />,
  'first-sign-in-wrong': (frame) => (
    <FirstSignInPage
      frame={frame}
      context={context}
      urls={{ here, signIn: '/sign-in' }}
      errors={wrong('code', 'Type the code from your slip')}
    />
  ),
  'choose-school': (frame) => (
    <ChooseSchoolPage
      frame={frame}
      schools={[
        { name: 'Oakfield Primary School', href: '/sign-in/oakfield', example: false },
        { name: 'Thornfield Primary', href: '/sign-in/thornfield', example: true },
      ]}
    />
  ),
  'choose-school-none': (frame) => <ChooseSchoolPage frame={frame} schools={[]} />,
  'passkey-sign-in': (frame) => (
    <PasskeySignInPage frame={frame} question={question} urls={{ here, signIn: '/sign-in' }} next={null} wrong="No." />
  ),
  'second-step': (frame) => (
    <SecondStepPage frame={frame} context={context} urls={{ here, signOut: '/out' }} next="/x" question={question} />
  ),
  'second-step-wrong': (frame) => (
    <SecondStepPage
      frame={frame}
      context={context}
      urls={{ here, signOut: '/out' }}
      next={null}
      question={null}
      errors={wrong('code', 'That code is not right.')}
    />
  ),
  again: (frame) => (
    <AgainPage frame={frame} context={context} here={here} next="/x" example={false} question={question} />
  ),
  'again-example': (frame) => (
    <AgainPage frame={frame} context={context} here={here} next={null} example question={null} />
  ),
  'signed-out': (frame) => (
    <SignedOutPage frame={frame} proveUrl="/sign-in" action="/report" typed={{ what: 'He said “no”', who: ['1'] }} />
  ),
}

/** One's own credentials. */
const owned: Readonly<Record<string, (frame: Frame) => VNode>> = {
  'new-password-asked': (frame) => (
    <NewPasswordPage
      frame={frame}
      context={context}
      form={firstPasswordForm('At least 12 characters.')}
      urls={passwordUrls}
      next="/today"
      asked
    />
  ),
  'new-password-wrong': (frame) => (
    <NewPasswordPage
      frame={frame}
      context={context}
      form={changePasswordForm('At least 12 characters.')}
      urls={passwordUrls}
      next={null}
      asked={false}
      errors={wrong('new-password', 'Too short: it has 5 of at least 12 characters.')}
    />
  ),
  'set-up-app': (frame) => (
    <SetUpAppPage frame={frame} context={context} urls={appUrls} keyToType="ABCD EFGH IJKL MNOP" asked next={null} />
  ),
  'set-up-app-wrong': (frame) => (
    <SetUpAppPage
      frame={frame}
      context={context}
      urls={{ ...appUrls, passkey: null }}
      keyToType="ABCD EFGH"
      asked={false}
      next="/x"
      errors={wrong('code', 'That is not the code your app shows now.')}
    />
  ),
  'recovery-codes': (frame) => (
    <RecoveryCodesPage frame={frame} codes={['7K4M-9QTX-2PWD', 'ABCD-EFGH-JKMN']} onward="/account" />
  ),
  'add-passkey': (frame) => (
    <AddPasskeyPage
      frame={frame}
      question={question}
      obstacle={null}
      urls={{ here, back: '/account' }}
      next={null}
      wrong="No."
    />
  ),
  'add-passkey-impossible': (frame) => (
    <AddPasskeyPage
      frame={frame}
      question={null}
      obstacle="Passkeys need an address that begins with https://."
      urls={{ here, back: '/account' }}
      next={null}
    />
  ),
  account: (frame) => (
    <AccountPage
      frame={frame}
      now={now}
      name="Cara Thorpe"
      account={{ username: 'cara', passwordChangedAt: now, recoveryCodesLeft: 1, factors }}
      sessions={sessions}
      urls={mine}
    />
  ),
  'account-bare': (frame) => (
    <AccountPage
      frame={frame}
      now={now}
      name="Cara Thorpe"
      account={{ username: 'cara', passwordChangedAt: null, recoveryCodesLeft: 0, factors: [] }}
      sessions={sessions.slice(0, 1)}
      urls={mine}
    />
  ),
  'account-example': (frame) => (
    <AccountPage frame={frame} now={now} name="Cara Thorpe" account={null} sessions={sessions} urls={mine} />
  ),
}

/** Every page of this module as tests and the gallery show it. */
export const accessPages: Readonly<Record<string, (frame: Frame) => VNode>> = { ...waysIn, ...owned, ...keeperPages }
