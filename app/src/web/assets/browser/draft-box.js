/**
 * Where drafts lie in this browser. With a key from the page they are sealed (AES-GCM) before they touch the disk, and
 * the key comes only to the person who is signed in: whoever opens this computer next finds nothing to read. A page
 * that is not served securely has no such means, and then a draft lives no longer than its tab.
 */
const prefix = 'hedgerow-draft:'

export async function openBox(name, seal) {
  const secret = seal && globalThis.crypto?.subtle ? await key(seal) : null
  const store = secret ? localStorage : sessionStorage
  return {
    async put(text) {
      store.setItem(prefix + name, secret ? await sealed(secret, text) : text)
    },
    async take() {
      const kept = store.getItem(prefix + name)
      if (kept === null || !secret) return kept
      return opened(secret, kept)
    },
    drop() {
      store.removeItem(prefix + name)
    },
  }
}

/** Forgets one draft, or with no name every draft of this browser. */
export function forget(name) {
  for (const store of [localStorage, sessionStorage])
    for (const item of Object.keys(store))
      if (name === undefined ? item.startsWith(prefix) : item === prefix + name) store.removeItem(item)
}

const key = (seal) => crypto.subtle.importKey('raw', bytes(seal), 'AES-GCM', false, ['encrypt', 'decrypt'])

async function sealed(secret, text) {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const content = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, secret, new TextEncoder().encode(text))
  return `${base64(iv)}.${base64(new Uint8Array(content))}`
}

// A draft sealed with another person's key cannot be opened: for this person there is none.
async function opened(secret, kept) {
  const [iv, content] = kept.split('.').map(bytes)
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, secret, content))
  } catch {
    return null
  }
}

const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0))
const base64 = (array) => btoa(Array.from(array, (byte) => String.fromCharCode(byte)).join(''))
