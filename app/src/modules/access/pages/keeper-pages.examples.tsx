import type { VNode } from 'preact'
import { Temporal } from 'temporal-polyfill'
import type { Frame } from '../../../web/layout/frame.js'
import { AccountsPage } from './accounts.js'
import type { ListedAccount } from './accounts.js'
import { NewAccountPage } from './new-account.js'
import { OneAccountPage } from './one-account.js'
import { SlipPage } from './slip.js'

const now = Temporal.Instant.from('2026-11-24T10:42:00Z')
const here = '/here'
const wrong = (field: string, sentence: string) => [{ field, sentence, href: `#${field}` }]

const listed: ListedAccount = {
  href: '/people/accounts/1',
  name: 'Cara Thorpe',
  username: 'cara@oakfield.example',
  job: 'Teacher, Oak class',
  lastSignedInAt: now.subtract({ hours: 20 }),
  mustChange: false,
  secondSteps: 0,
  needsSecondStep: false,
}
const accounts: readonly ListedAccount[] = [
  listed,
  { ...listed, name: 'Amira Khan', needsSecondStep: true, lastSignedInAt: null },
  { ...listed, name: 'Ben Okafor', secondSteps: 2, job: null },
  { ...listed, name: 'Dilys Wren', mustChange: true },
]
const keeping = { list: '/people/accounts', firstCode: '/1', endSignIns: '/2', askNew: '/3', reset: '/4', end: '/5' }
/** The keeping of everybody's accounts. */
export const keeperPages: Readonly<Record<string, (frame: Frame) => VNode>> = {
  accounts: (frame) => (
    <AccountsPage frame={frame} now={now} accounts={accounts} urls={{ add: '/new', askAll: '/ask' }} />
  ),
  'accounts-none': (frame) => (
    <AccountsPage frame={frame} now={now} accounts={[]} urls={{ add: '/new', askAll: '/ask' }} />
  ),
  'one-account': (frame) => (
    <OneAccountPage frame={frame} now={now} account={listed} sessions={2} own={false} urls={keeping} />
  ),
  'one-account-own': (frame) => (
    <OneAccountPage frame={frame} now={now} account={listed} sessions={1} own urls={keeping} />
  ),
  'new-account': (frame) => (
    <NewAccountPage
      frame={frame}
      context={{ now, people: new Map() }}
      urls={{ here, list: '/people/accounts' }}
      typed={{ 'person-words': 'zz' }}
      found={[]}
    />
  ),
  'new-account-wrong': (frame) => (
    <NewAccountPage
      frame={frame}
      context={{ now, people: new Map() }}
      urls={{ here, list: '/people/accounts' }}
      typed={{ username: 'two words' }}
      errors={wrong('username', 'A username has letters, figures, dots or hyphens and no spaces.')}
    />
  ),
  slip: (frame) => (
    <SlipPage
      frame={frame}
      name="Cara Thorpe"
      username="cara@oakfield.example"
      code="7K4M-9QTX-2PWD"
      until={Temporal.PlainDate.from('2026-12-08')}
      address="https://hedgerow.example.org/sign-in/oakfield/first"
      listUrl="/people/accounts"
    />
  ),
}
