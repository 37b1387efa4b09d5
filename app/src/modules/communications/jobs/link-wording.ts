import type { Core } from '../../../kernel/core.js'
import { linkSecret } from '../../../kernel/link-secret.js'
import type { MessageRow } from '../schema.js'
import { wording } from './wording.js'

/**
 * The words of a mail, by whom it is for. A parent has no account: the link itself opens, once. Its secret is made here,
 * as the mail leaves, and lies in no table.
 */
export function mailOf({ keys, publicUrl }: Pick<Core, 'keys' | 'publicUrl'>, message: MessageRow) {
  if (message.kind !== 'agreement-to-sign') return wording(publicUrl, message)
  const link = `${publicUrl}${message.url.replace(':secret', linkSecret(keys, message.about_id))}`
  return {
    subject: 'Something from school waits for you',
    text: `Your school asks you to read and sign something. It takes about three minutes.\n\nOpen this page; it works once, and for you alone:\n${link}\n\nThis message says no more on purpose.\n`,
  }
}
