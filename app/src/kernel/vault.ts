import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Encrypts bytes under a key (AES-256-GCM): 12 bytes of nonce, 16 of tag, then the cipher text. `about` binds it to one row. */
export function encrypt(key: Buffer, plain: Buffer, about: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

/** Opens what encrypt made. Throws when the key, the row or a single bit is another. */
export function decrypt(key: Buffer, sealed: Buffer, about: string): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(Buffer.from(about))
  cipher.setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([cipher.update(sealed.subarray(28)), cipher.final()])
}
