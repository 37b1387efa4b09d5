import { createHash } from 'node:crypto'

/**
 * An id for somebody whom the exporting system gives none, from what stays the same at the next export. A digest, so that
 * ids can stand in logs and journals without showing a name or an address.
 */
export function deriveId(...parts: readonly (string | null | undefined)[]): string {
  const text = parts.map((part) => sameLetters(part ?? '')).join('\u0000')
  return `made-${createHash('sha256').update(text).digest('hex').slice(0, 20)}`
}

/** Whether an id was made here rather than given by the exporting system. */
export function isDerivedId(id: string): boolean {
  return id.startsWith('made-')
}

/** A text without capitals, accents, marks and doubled blanks: 'Zoë O’Hedgery' and 'ZOE OHEDGERY' are the same name. */
export function sameLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’.]/g, '')
    .replaceAll(/[\s-]+/g, ' ')
    .trim()
}
