import { createHash } from 'node:crypto'

/** Letters and digits that cannot be taken for one another in print (Crockford's base 32). */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The code printed on a copy of one version: eight signs from the version's hash, 'K7Q2-M4PD'. It proves nothing and
 * opens nothing; the public page that takes it says whether that version is still in force.
 */
export function copyCode(hash: string): string {
  const bits = createHash('sha256').update(`copy of ${hash}`).digest()
  const letters = Array.from({ length: 8 }, (_, at) => signs[(bits[at] ?? 0) % 32]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** What somebody typed as a code, as it was printed: small letters, spaces, O for 0 and I or L for 1 are all meant well. Null when it cannot be one. */
export function readCopyCode(typed: string): string | null {
  const plain = typed
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replaceAll('U', 'V')
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(plain) ? `${plain.slice(0, 4)}-${plain.slice(4)}` : null
}
