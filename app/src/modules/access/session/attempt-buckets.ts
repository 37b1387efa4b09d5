import { createHmac } from 'node:crypto'
import { isIPv4, isIPv6 } from 'node:net'

/** Where the failures of a try are counted. Both are keyed hashes: the table names no account and holds no address. */
export interface AttemptBuckets {
  readonly account: Buffer
  /** Null where the address is this machine's own: a web server before us that does not say who asks. Everybody comes from there. */
  readonly source: Buffer | null
}

/** A try to sign in, as it came. */
export interface Attempt {
  /** The name as typed; it need not exist, and an unknown one is slowed exactly like a known one. */
  readonly login: string
  /** The address it came from. */
  readonly address: string
  /** Whether this browser carries the mark of an earlier sign-in to that very account (`known-device.ts`). */
  readonly knownDevice: boolean
}

/**
 * The two buckets of a try. A browser that has signed in to the account before counts apart from all others, so that
 * somebody who types wrong passwords at the DSL's account all day slows every browser but the DSL's own.
 */
export function attemptBuckets(key: Buffer, { login, address, knownDevice }: Attempt): AttemptBuckets {
  const hash = (text: string) => createHmac('sha256', key).update(text).digest()
  return {
    account: hash(`${knownDevice ? 'known device' : 'account'} ${normalLogin(login)}`),
    source: isOwnMachine(address) ? null : hash(`source ${network(address)}`),
  }
}

const isOwnMachine = (address: string): boolean => /^(127\.|::1$|::ffff:127\.)/.test(address)

/** A username or e-mail address as it is stored and compared: without outer spaces, in small letters, one form per letter. */
export function normalLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase()
}

/** IPv4 addresses as they are; of IPv6 the first 64 bits, because one machine can take any of the others. */
function network(address: string): string {
  const v4 = address.replace(/^::ffff:/i, '')
  if (isIPv4(v4)) return v4
  if (!isIPv6(address)) return 'unknown'
  const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::')
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const gap = tail === undefined ? 0 : 8 - left.length - right.length
  const groups = [...left, ...Array.from({ length: gap }, () => '0'), ...right]
  return groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':')
}
