import { SetupProblem } from '../setup-problem.js'

/**
 * The tar format, as far as a backup needs it (POSIX ustar, IEEE Std 1003.1-1988): files and folders, no links. It was
 * chosen over a format of our own so that any machine can look into a backup without us.
 */
export interface TarEntry {
  /** Relative, with '/' between its parts; a folder ends with '/'. */
  readonly path: string
  /** In bytes; 0 for a folder. */
  readonly size: number
}

const BLOCK = 512
const LARGEST = 0o77777777777

/** The block that stands before an entry's content. Fails for a path or size that the format cannot hold. */
export function tarHeader({ path, size }: TarEntry): Buffer {
  const { name, prefix } = splitPath(path)
  if (size > LARGEST) throw new SetupProblem(`A file of 8 GiB or more does not fit into a backup: ${path}`)
  const isFolder = path.endsWith('/')
  const header = Buffer.alloc(BLOCK)
  header.write(name, 0, 100)
  header.write(isFolder ? '0000700\0' : '0000600\0', 100)
  header.write('0000000\0'.repeat(2), 108)
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124)
  header.write(`${'0'.repeat(11)}\0`, 136)
  header.write(isFolder ? '5' : '0', 156)
  header.write('ustar\u000000', 257)
  header.write(prefix, 345, 155)
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

/** The zeros that fill an entry's last block. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK)
}

/** What stands after the last entry. */
export const TAR_END = Buffer.alloc(2 * BLOCK)

/** Reads a header block; null for the zeros at the end. Fails when the block is not a header. */
export function parseTarHeader(header: Buffer): TarEntry | null {
  if (header.every((byte) => byte === 0)) return null
  const field = (from: number, length: number): string =>
    header.toString('utf8', from, from + length).replace(/\0.*$/s, '')
  const type = field(156, 1)
  if (Number.parseInt(field(148, 8), 8) !== checksum(header) || (type !== '0' && type !== '5'))
    throw new SetupProblem('The backup is damaged, or is not one of Hedgerow.')
  const prefix = field(345, 155)
  return {
    path: prefix === '' ? field(0, 100) : `${prefix}/${field(0, 100)}`,
    size: Number.parseInt(field(124, 12), 8),
  }
}

/** The header's bytes added up, with its own eight bytes of checksum counted as spaces. */
function checksum(header: Buffer): number {
  return header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0)
}

function splitPath(path: string): { name: string; prefix: string } {
  if (Buffer.byteLength(path) <= 100) return { name: path, prefix: '' }
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) {
    const name = path.slice(at + 1)
    const prefix = path.slice(0, at)
    if (name !== '' && Buffer.byteLength(name) <= 100 && Buffer.byteLength(prefix) <= 155) return { name, prefix }
  }
  throw new SetupProblem(`The path is too long for a backup: ${path}`)
}
