import { isIP } from 'node:net'

/** This installation, as browsers know it for passkeys (WebAuthn Level 2, "relying party"). */
export interface RelyingParty {
  /** The host name, to which browsers bind a passkey for good: move Hedgerow to another and all passkeys are lost. */
  readonly id: string
  /** What the browser shows. */
  readonly name: string
  readonly origin: string
}

/** The relying party of a public address ('https://hedgerow.example.org'). */
export function relyingParty(publicUrl: string, schoolName: string): RelyingParty {
  const { hostname, origin } = new URL(publicUrl)
  return { id: hostname, name: schoolName, origin }
}

/** Why no browser will make a passkey at this address, in a sentence for the technician; null when they will. */
export function passkeyObstacle(publicUrl: string): string | null {
  const { hostname, protocol } = new URL(publicUrl)
  if (hostname === 'localhost') return null
  if (isIP(hostname.replace(/^\[|\]$/g, '')))
    return 'Passkeys need an address with a name, such as https://hedgerow.example.org, not a number.'
  return protocol === 'https:' ? null : 'Passkeys need an address that begins with https://.'
}
