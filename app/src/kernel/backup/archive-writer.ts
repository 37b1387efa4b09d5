import { createHash } from 'node:crypto'
import { open, readFile, type FileHandle } from 'node:fs/promises'
import type { ManifestFile } from './manifest.js'
import { TAR_END, tarHeader, tarPadding } from './tar.js'

const PIECE = 256 * 1024

/** Puts files into an archive piece by piece, and keeps the list of what it put there. */
export class ArchiveWriter {
  readonly files: ManifestFile[] = [];

  /** A folder that must exist after a restore although nothing may be in it. */
  *folder(path: string): Generator<Buffer> {
    yield tarHeader({ path, size: 0 })
  }

  *text(path: string, content: string | Buffer): Generator<Buffer> {
    const bytes = Buffer.from(content)
    yield tarHeader({ path, size: bytes.length })
    yield bytes
    yield tarPadding(bytes.length)
    this.files.push({ path, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
  }

  /**
   * A file as long as it is at this moment. A database file may grow meanwhile, or shrink, or vanish: what the copy has
   * too much or too little, the write-ahead log copied after it puts right, so zeros stand for what was cut off.
   */
  async *file(path: string, from: string): AsyncGenerator<Buffer> {
    const handle = await openIfThere(from)
    if (handle === null) return
    await using opened = handle
    const { size } = await opened.stat()
    const hash = createHash('sha256')
    yield tarHeader({ path, size })
    for (let at = 0; at < size;) {
      const piece = Buffer.alloc(Math.min(PIECE, size - at))
      await opened.read(piece, 0, piece.length, at)
      hash.update(piece)
      at += piece.length
      yield piece
    }
    yield tarPadding(size)
    this.files.push({ path, size, sha256: hash.digest('hex') })
  }

  /** A file that is rewritten in place while we read it, such as pg_control: read until two readings agree. */
  async *steadyFile(path: string, from: string): AsyncGenerator<Buffer> {
    let content = await readFile(from)
    for (let again = await readFile(from); !again.equals(content); again = await readFile(from)) content = again
    yield* this.text(path, content)
  }

  *end(): Generator<Buffer> {
    yield TAR_END
  }
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  return open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}
