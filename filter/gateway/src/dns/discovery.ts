import type { Answer } from './answer.js'
import type { Certificate } from './certificate.js'
import { type Question, type } from './question.js'
import { wireName } from './wire-name.js'

/** Where devices ask for a network's encrypted DNS. */
const ASKED_AT = '_dns.resolver.arpa'

/**
 * Tells devices that look for it (RFC 9462) where DNS is encrypted: here, or nowhere. Whatever an upstream says of itself
 * would send them past the filter, so names of resolver.arpa are answered here and forwarded to nobody.
 */
export class Discovery {
  readonly #certificate: Certificate | null
  /** Where encrypted DNS came to listen; nowhere before that. */
  ports: { readonly https?: number; readonly tls?: number } = {}

  constructor(certificate: Certificate | null) {
    this.#certificate = certificate
  }

  write(answer: Answer, packet: Buffer, question: Question): Answer {
    const isAsked = question.type === type.SVCB && question.host() === ASKED_AT
    return answer.records(packet, question, isAsked ? this.#records() : [])
  }

  /** None where the certificate has no name: the standard lets no record point to an address. */
  #records(): readonly Uint8Array[] {
    const name = this.#certificate?.name ?? null
    if (name === null) return []
    const { https, tls } = this.ports
    return [
      ...(https === undefined ? [] : [record(1, name, [alpn('h2'), port(https), DOH_PATH])]),
      ...(tls === undefined ? [] : [record(2, name, [alpn('dot'), port(tls)])]),
    ]
  }
}

/** An SVCB record (RFC 9460, section 2.2); the parameters in the order of their numbers. */
const record = (priority: number, name: string, parameters: readonly Buffer[]): Uint8Array =>
  Buffer.concat([twoBytes(priority), wireName(name), ...parameters])

const parameter = (number: number, value: Buffer): Buffer =>
  Buffer.concat([twoBytes(number), twoBytes(value.length), value])

const alpn = (protocol: string): Buffer =>
  parameter(1, Buffer.from(`${String.fromCharCode(protocol.length)}${protocol}`))
const port = (number: number): Buffer => parameter(3, twoBytes(number))
/** RFC 9461, section 5. */
const DOH_PATH = parameter(7, Buffer.from('/dns-query{?dns}'))

function twoBytes(number: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(number)
  return bytes
}
