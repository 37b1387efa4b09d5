/** Something that the person at the terminal can put right: its message is shown as it is, without a stack. */
export class Problem extends Error {
  override readonly name: string = 'Problem'
}

/** There is not memory enough for something that was to be read. */
export class MemoryShort extends Problem {
  override readonly name = 'MemoryShort'
}

/** A file was read and is not what it has to be: cut short, damaged, or signed by somebody else. */
export class Damaged extends Problem {
  override readonly name = 'Damaged'
}
