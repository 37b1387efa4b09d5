/**
 * Words that were pulled apart to slip through: 'k i l l', 'h.a.t.e'. Returns them pushed together again, one space
 * between, so that the same phrases find them; '' when there are none, as nearly always. Three single letters at least,
 * so that 'plan B' or 'a b' is left alone.
 */
export function pushedTogether(text: string): string {
  const runs = text.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}@$!](?:[^\p{L}\p{N}]{1,3}[\p{L}\p{N}@$!](?![\p{L}\p{N}])){2,}/gu)
  if (runs === null) return ''
  return runs
    .map((run) =>
      run
        .replace(/[^\p{L}\p{N}@$!]{2,}/gu, '\n')
        .replace(/[^\p{L}\p{N}@$!\n]/gu, '')
        .replaceAll('\n', ' '),
    )
    .join(' ')
}

/** Whether figures or signs stand among letters, so that reading them as letters could find something. */
export const isDisguised = (text: string): boolean => /[a-z][013457@$!|]|[013457@$|][a-z]/i.test(text)
