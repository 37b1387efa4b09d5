/** Characters that Windows-1252 has in place of the C1 controls, by the byte they stand for (WHATWG Encoding Standard). */
const WINDOWS_SIGNS = new Map(
  Array.from('€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ', (sign, place) => [sign, 0x80 + place] as const).filter(
    ([sign]) => sign !== ' ',
  ),
)

/** UTF-8 read as Windows-1252 always shows one of these before a sign of the upper half; real names hardly ever do. */
const SUSPECT = /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]/

/**
 * What a text was before it was saved as UTF-8 and opened as Windows-1252 ('Zoë' for 'ZoÃ«'), or null when that did not
 * happen. The test is to undo it: a text that was never misread does not turn back into valid UTF-8.
 */
export function undoMisreading(text: string): string | null {
  if (!SUSPECT.test(text)) return null
  const bytes: number[] = []
  for (const sign of text) {
    const byte = WINDOWS_SIGNS.get(sign) ?? sign.codePointAt(0) ?? 0
    if (byte > 0xff) return null
    bytes.push(byte)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes))
  } catch {
    return null
  }
}
