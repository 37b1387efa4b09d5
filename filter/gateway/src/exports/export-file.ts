/** One file of an export. */
export interface ExportFile {
  readonly name: string
  readonly text: string
}

/** An export, and in sentences what the program it is for cannot express: never left out in silence. */
export interface Export {
  readonly files: readonly ExportFile[]
  readonly leftOut: readonly string[]
}

/** How a blocked name is answered: "no such name", or the address of the block page. */
export type Answer = 'nxdomain' | { readonly v4: string; readonly v6?: string }
