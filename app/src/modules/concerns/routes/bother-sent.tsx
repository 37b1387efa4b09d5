import type { JSX } from 'preact'
import { Temporal } from 'temporal-polyfill'
import type { Deps } from '../../../engine/deps.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { isSchoolDay } from '../../../kernel/calendar/school-calendar.js'
import { timeLeftForChild } from '../../../kernel/calendar/time-left.js'
import { newId } from '../../../kernel/ids.js'
import type { BotherFrame } from '../pages/bother/bother-frame.js'
import { Sent } from '../pages/bother/sent.js'
import { receiptHash } from '../receipt.js'
import type { Receipt } from '../receipt.js'
import { passFor } from '../talk-pass.js'
import { fullAddress } from './bother-routes.js'
import type { PublicSchool } from '../../policy/index.js'

interface Sending {
  readonly deps: Deps
  readonly here: PublicSchool
  readonly bother: BotherFrame
}

/** The page with the three words: the one place, and the one time, at which they are shown. */
export function botherSent({ deps, here, bother }: Sending, receipt: Receipt, by: string | null): JSX.Element {
  const { school_id } = here.school
  const now = deps.db.clock.now()
  const hash = receiptHash(deps.keys.receipt, school_id, receipt.words)
  const address = fullAddress(deps, bother.urls.return)
  return (
    <Sent
      bother={bother}
      words={receipt.words}
      answerBy={answerDay(here, now, by ? Temporal.Instant.from(by) : now)}
      schoolClosed={!isSchoolDay(here.calendar, londonDate(now))}
      pass={passFields(passFor(deps.keys.vault, school_id, hash, now))}
      slip={{ address: address.replace(/^https?:\/\//, ''), code: `${address}#slip=${receipt.secret}` }}
    />
  )
}

/** The hidden fields that keep a talk open: the pass, and a key that makes writing again safe to repeat. */
export const passFields = (pass: string): Readonly<Record<string, string>> => ({ pass, once: newId() })

/** When the answer comes, to follow the word 'by'. */
export const answerDay = ({ calendar }: PublicSchool, now: Temporal.Instant, due: Temporal.Instant): string =>
  timeLeftForChild(calendar, now, due).replace(/^by /, '')
