import { createHmac } from 'node:crypto'
import type { Keys } from './keys.js'

/**
 * The secret of a link that opens one record to somebody without an account: 128 bits, derived from the record's id, so
 * that a mail can be written from the outbox though no table holds what would open it.
 */
export const linkSecret = (keys: Pick<Keys, 'receipt'>, id: string): string =>
  createHmac('sha256', keys.receipt).update(`link ${id}`).digest().subarray(0, 16).toString('base64url')
