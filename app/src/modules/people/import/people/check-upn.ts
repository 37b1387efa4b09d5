/** The check letters of unique pupil numbers; I, O and S are left out because they read as figures. */
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'
const SHAPE = /^[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z]$/

/**
 * The check letter for the twelve signs that follow it: each times its place (2 to 13), summed, modulo 23. A temporary
 * number's last letter counts as its place among the check letters. Rule: Department for Education, Unique pupil numbers:
 * guide for schools.
 */
export function upnCheckLetter(twelve: string): string {
  const sum = Array.from(twelve).reduce((total, sign, place) => {
    const value = sign >= '0' && sign <= '9' ? Number(sign) : LETTERS.indexOf(sign)
    return total + value * (place + 2)
  }, 0)
  return LETTERS.charAt(sum % 23)
}

/** Whether a text is a unique pupil number of England with the right check letter. */
export function isUpn(text: string): boolean {
  return SHAPE.test(text) && upnCheckLetter(text.slice(1)) === text[0]
}
