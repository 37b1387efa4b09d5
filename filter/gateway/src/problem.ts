/** Something that the person at the terminal can put right: its message is shown as it is, without a stack. */
export class Problem extends Error {
  override readonly name: string = 'Problem'
}

/** There is not memory enough for something that was to be read. */
export class MemoryShort extends Problem {
  override readonly name = 'MemoryShort'
}
