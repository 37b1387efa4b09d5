/**
 * How many slips of the pen lie between two words: a letter wrong, missing, too many, or two neighbours swapped
 * (optimal string alignment distance).
 */
export function slipsBetween(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  const slips = (i: number, j: number) => rows[i]?.[j] ?? Infinity
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j += 1) {
      const wrong = slips(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? slips(i - 2, j - 2) + 1 : Infinity
      row.push(Math.min(slips(i - 1, j) + 1, slips(i, j - 1) + 1, wrong, swapped))
    }
  }
  return slips(a.length, b.length)
}

const sounds: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/ck|qu|q|x/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c(?!h)/g, 'k'],
  [/(?<=[aeiou])gh/g, ''],
  [/^kn/, 'n'],
  [/^wr/, 'r'],
  [/tion|shun/g, 'shn'],
  [/(.)\1+/g, '$1'],
  [/(?<=.)e$/, ''],
  [/(?<=.)(er|or|ar|re|our)$/, 'a'],
  [/[aeiouy]+/g, 'a'],
]

/**
 * A word as a child hears it, for spellings that are many letters out and yet right by ear ('elefunt', 'byskit'):
 * consonants by sound, vowels all alike. Not phonetics; just the rules that seven-year-olds' spelling needs.
 */
export function sounded(word: string): string {
  return sounds.reduce((heard, [letters, sound]) => heard.replace(letters, sound), word)
}
