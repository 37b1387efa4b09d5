import { createHash } from 'node:crypto'
import { canonical } from '../../kernel/canonical.js'
import type { Plain } from '../../kernel/canonical.js'
import type { Pack } from './pack.js'

/**
 * The SHA-256 of a resolved pack's canonical text, in hexadecimal. Taken over what is in force, not over the files: a
 * comment or the order of fields changes nothing, a changed word of the base changes every pack laid over it.
 */
export const packHash = (pack: Pack): string =>
  createHash('sha256')
    // A pack is made of texts, numbers, lists and maps only; its interfaces merely lack the index signature.
    .update(canonical(pack as unknown as Plain))
    .digest('hex')
