import { isIPv4 } from 'node:net'

/** An address as DNS records hold it: 4 bytes or 16. It must be one (`net.isIP`). */
export function addressBytes(address: string): Uint8Array {
  if (isIPv4(address)) return Uint8Array.from(address.split('.').map(Number))
  const [before = '', after] = withoutDots(address).split('::')
  const left = words(before)
  const right = words(after ?? '')
  const middle = Array.from({ length: after === undefined ? 0 : 8 - left.length - right.length }, () => 0)
  return Uint8Array.from([...left, ...middle, ...right].flatMap((word) => [word >> 8, word & 0xff]))
}

const words = (part: string): number[] => (part === '' ? [] : part.split(':').map((word) => Number.parseInt(word, 16)))

/** '::ffff:192.0.2.1' with its last four bytes as two words. */
const withoutDots = (address: string): string =>
  address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...bytes: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(0, 4).map(Number)
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
  })
