/** A name as DNS packets hold it: each label with its length before it, and an empty one at the end. */
export function wireName(host: string): Uint8Array {
  const labels = host === '' ? [] : host.split('.')
  const bytes = Buffer.alloc(labels.reduce((sum, label) => sum + label.length + 1, 1))
  let at = 0
  for (const label of labels) {
    bytes[at] = label.length
    bytes.write(label, at + 1, 'latin1')
    at += label.length + 1
  }
  return bytes
}
