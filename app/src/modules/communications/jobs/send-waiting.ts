import type { Transporter } from 'nodemailer'
import type { Core } from '../../../kernel/core.js'
import { workerIn } from '../../../kernel/actor.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { tables } from '../../../kernel/db/tx.js'
import type { SchoolId } from '../../../kernel/ids.js'
import type { CommunicationsTables, MessageRow } from '../schema.js'
import { mailOf } from './link-wording.js'

const transports = new Map<string, Transporter>()

/** The mail library is loaded with the first mail: a school without a mail server never needs it. */
async function transportFor(smtpUrl: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer')
  const transport = transports.get(smtpUrl) ?? createTransport(smtpUrl)
  transports.set(smtpUrl, transport)
  return transport
}

/** After this many tries a mail stays in the outbox with its last fault; the notification in Hedgerow stands all the same. */
export const mostTries = 12

/** Sends one school's waiting mails, oldest first. Without an SMTP setting they wait, and the outbox page says so. */
export async function sendWaiting(core: Core, schoolId: SchoolId): Promise<void> {
  if (core.smtpUrl === null) return
  const transport = await transportFor(core.smtpUrl)
  const from = decodeURIComponent(new URL(core.smtpUrl).username) || 'hedgerow@localhost'
  const waiting = await reading(core.db, workerIn(schoolId), (tx) =>
    tables<CommunicationsTables>(tx)
      .selectFrom('message')
      .selectAll()
      .where('sent_at', 'is', null)
      .where('tries', '<', mostTries)
      .orderBy('at')
      .limit(100)
      .execute(),
  )
  for (const message of waiting) {
    const fault = await transport.sendMail({ from, to: message.address, ...mailOf(core, message) }).then(
      () => null,
      (thrown: Error & { code?: string }) => thrown.code ?? thrown.name,
    )
    await note(core, message, fault)
  }
}

const note = (core: Core, { school_id, id, tries }: MessageRow, fault: string | null): Promise<unknown> =>
  inSchool(core.db, workerIn(school_id), (tx) =>
    tables<CommunicationsTables>(tx)
      .updateTable('message')
      .set({ tries: tries + 1, last_fault: fault, sent_at: fault === null ? tx.now : null })
      .where('id', '=', id)
      .execute(),
  )
