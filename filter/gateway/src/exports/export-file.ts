/** One file of an export. */
export interface ExportFile {
  readonly name: string
  readonly text: string
}

/** An export, and in sentences what the program it is for cannot express: never left out in silence. */
export interface Export {
  readonly files: readonly ExportFile[]
  /** What begins a comment in the first of the files; null where the format has none. */
  readonly comment: ';' | '#' | '//' | null
  readonly leftOut: readonly string[]
}

/** How a blocked name is answered: "no such name", or the address of the block page. */
export type Answer = 'nxdomain' | { readonly v4: string; readonly v6?: string }

/**
 * The files with what was left out at the head of the first, for whoever finds it years later without the terminal's
 * words. A format without comments gets a file beside it.
 */
export function filesThatSay({ files, comment, leftOut }: Export): readonly ExportFile[] {
  const [first, ...rest] = files
  if (first === undefined || leftOut.length === 0) return files
  const said = leftOut.map((sentence) => `Left out: ${sentence}`)
  if (comment === null) return [...files, { name: `${first.name}.left-out.txt`, text: `${said.join('\n')}\n` }]
  const head = said.map((line) => `${comment} ${line}\n`).join('')
  return [{ ...first, text: head + first.text }, ...rest]
}
