import { createHmac } from 'node:crypto'
import type { SchoolId } from '../../kernel/ids.js'
import { newReceipt } from './receipt.js'
import type { Receipt } from './receipt.js'

/**
 * The receipt of one sending of a form, the same however often that form arrives: a reporter whose answer was lost and who
 * presses again is shown the words that open what was stored the first time. Drawn from an HMAC of the form's own random
 * key, so nobody without the installation's key can work it out from a form.
 */
export function receiptFor(key: Buffer, school: SchoolId, once: string): Receipt {
  const draw = (purpose: string): Buffer => createHmac('sha256', key).update(`${school}\0${purpose}\0${once}`).digest()
  let drawn = 0
  // 48 bits for a number below some 1,200: what the remainder favours is one part in 2^37.
  const { words } = newReceipt((below) => draw(`word ${drawn++}`).readUIntBE(0, 6) % below)
  return { words, secret: draw('slip').subarray(0, 16).toString('base64url') }
}
