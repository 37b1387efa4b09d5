import { X509Certificate } from 'node:crypto'
import { createSecureContext } from 'node:tls'
import { readNamed } from '../config/read-named.js'
import { Problem } from '../problem.js'

/** A server that can take another certificate while it runs. */
interface Serving {
  setSecureContext(options: { cert: string; key: string }): void
}

/**
 * The certificate that encrypted DNS is served with. It is read again with every reload, for it is renewed every few weeks;
 * one that cannot be used leaves the one in force.
 */
export class Certificate {
  readonly #files: { readonly certificate: string; readonly privateKey: string }
  readonly #servers: Serving[] = []
  #material: { readonly cert: string; readonly key: string }

  /** Throws a Problem when the files cannot be used. */
  constructor(files: { readonly certificate: string; readonly privateKey: string }) {
    this.#files = files
    this.#material = this.#read()
  }

  get material(): { readonly cert: string; readonly key: string } {
    return this.#material
  }

  /** When it ends, in milliseconds since 1970 UTC. */
  get until(): number {
    return new X509Certificate(this.#material.cert).validToDate.getTime()
  }

  /** The first whole name that it is for, without wildcards; null where it is for addresses alone. */
  get name(): string | null {
    const names = new X509Certificate(this.#material.cert).subjectAltName ?? ''
    return /(?:^|, )DNS:([A-Za-z0-9_-][A-Za-z0-9._-]*)(?:,|$)/.exec(names)?.[1]?.toLowerCase() ?? null
  }

  /** A server that takes what `renew` finds. */
  serves(server: Serving): void {
    this.#servers.push(server)
  }

  /** Throws a Problem, and changes nothing, when the files cannot be used. */
  renew(): void {
    this.#material = this.#read()
    for (const server of this.#servers) server.setSecureContext(this.#material)
  }

  #read(): { cert: string; key: string } {
    const { certificate, privateKey } = this.#files
    const cert = readNamed(certificate, 'the certificate of encrypted DNS')
    const key = readNamed(privateKey, 'the private key of encrypted DNS')
    try {
      createSecureContext({ cert, key })
    } catch (fault) {
      // OpenSSL's own words ("key values mismatch") are all there is, and never hold the key.
      const why = fault instanceof Error ? fault.message.replace(/^error:\w+:/, '') : String(fault)
      throw new Problem(`${certificate} and ${privateKey} cannot be used for encrypted DNS: ${why}.`)
    }
    return { cert, key }
  }
}
