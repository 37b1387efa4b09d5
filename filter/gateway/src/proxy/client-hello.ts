/** What a TLS connection says of where it is going, before anything in it is secret. */
export type Hello =
  /** The beginning of a ClientHello: more bytes are needed. */
  | { readonly kind: 'more' }
  /** A whole ClientHello. `name` is its server name in lower case, null when it gives none. */
  | { readonly kind: 'hello'; readonly name: string | null }
  /** Not TLS, or no ClientHello that a TLS library would send. */
  | { readonly kind: 'unsound'; readonly why: string }

/** A ClientHello with post-quantum keys is about 2 KB; nobody needs more than this before the first answer. */
export const LARGEST_HELLO = 16 * 1024

const RECORD_HEADER = 5
const HANDSHAKE = 22
const CLIENT_HELLO = 1
const SERVER_NAME = 0

const MORE: Hello = { kind: 'more' }
const unsound = (why: string): Hello => ({ kind: 'unsound', why })

/**
 * Reads the server name out of the first bytes of a TLS connection, however they are split: over TCP segments (call again
 * with more bytes) or over TLS records (a known trick to slip past filters that read only the first record). Never looks
 * past what it was given; anything odd is unsound, for a filter that guesses can be fooled.
 */
export function readClientHello(bytes: Buffer): Hello {
  const fragments: Buffer[] = []
  let gathered = 0
  let needed = Number.POSITIVE_INFINITY
  let at = 0
  while (gathered < needed) {
    const fault = recordFault(bytes, at)
    if (fault !== null) return fault
    const size = bytes.readUInt16BE(at + 3)
    const fragment = bytes.subarray(at + RECORD_HEADER, at + RECORD_HEADER + size)
    fragments.push(fragment)
    gathered += fragment.length
    at += RECORD_HEADER + size
    if (needed === Number.POSITIVE_INFINITY && gathered >= 4) {
      const start = Buffer.concat(fragments).subarray(0, 4)
      if (start[0] !== CLIENT_HELLO) return unsound('its first message is no ClientHello')
      needed = 4 + start.readUIntBE(1, 3)
      if (needed > LARGEST_HELLO) return unsound('its ClientHello is too long')
    }
    if (gathered < needed && at > bytes.length) return MORE
  }
  return readHello(Buffer.concat(fragments).subarray(4, needed))
}

/** What is wrong with the record that begins here; null when its header is whole and sound. */
function recordFault(bytes: Buffer, at: number): Hello | null {
  const seen = bytes.length - at
  if (seen > 0 && bytes[at] !== HANDSHAKE) return unsound('it is not TLS')
  if (seen > 1 && bytes[at + 1] !== 3) return unsound('it is not TLS')
  if (seen < RECORD_HEADER) return MORE
  const size = bytes.readUInt16BE(at + 3)
  if (size === 0 || size > 16_384) return unsound('a TLS record of a size that is not allowed')
  return null
}

/** The body of a ClientHello (RFC 8446 4.1.2): version, random, session, ciphers, compression, extensions. */
function readHello(body: Buffer): Hello {
  const reader = new Reader(body)
  reader.skip(2 + 32)
  reader.block(1)
  reader.block(2)
  reader.block(1)
  if (reader.failed) return unsound('its ClientHello is cut short')
  if (reader.atEnd) return { kind: 'hello', name: null }
  const extensions = reader.block(2)
  if (reader.failed || !reader.atEnd) return unsound('its ClientHello is not well formed')
  return readExtensions(new Reader(extensions))
}

function readExtensions(reader: Reader): Hello {
  let name: string | null = null
  while (!reader.atEnd) {
    const kind = reader.number(2)
    const data = reader.block(2)
    if (reader.failed) return unsound('an extension of its ClientHello is cut short')
    if (kind !== SERVER_NAME) continue
    if (name !== null) return unsound('it names two servers')
    name = readServerName(new Reader(data))
    if (name === null) return unsound('its server name is not well formed')
  }
  return { kind: 'hello', name }
}

/** RFC 6066 3: a list with one entry of type host_name. Two entries would let filter and server read different ones. */
function readServerName(reader: Reader): string | null {
  const list = new Reader(reader.block(2))
  const kind = list.number(1)
  const name = list.block(2)
  const whole = !reader.failed && !list.failed && reader.atEnd && list.atEnd
  if (!whole || kind !== 0 || !isName(name)) return null
  return name.toString('latin1').toLowerCase().replace(/\.$/, '')
}

const isName = (bytes: Buffer): boolean =>
  bytes.length > 0 && bytes.length <= 253 && bytes.every((byte) => byte > 32 && byte < 127)

/** Reads numbers and length-prefixed blocks. Past the end it fails and stays failed, and gives nothing. */
class Reader {
  readonly #bytes: Buffer
  #at = 0
  failed = false

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  get atEnd(): boolean {
    return this.failed || this.#at === this.#bytes.length
  }

  number(size: number): number {
    const start = this.skip(size)
    return this.failed ? 0 : this.#bytes.readUIntBE(start, size)
  }

  /** A block with its own length before it, `prefix` bytes long. */
  block(prefix: number): Buffer {
    const size = this.number(prefix)
    const start = this.skip(size)
    return this.failed ? Buffer.alloc(0) : this.#bytes.subarray(start, start + size)
  }

  /** Moves on and returns where it stood. */
  skip(size: number): number {
    const start = this.#at
    if (start + size > this.#bytes.length) this.failed = true
    else this.#at += size
    return start
  }
}
