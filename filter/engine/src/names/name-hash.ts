/**
 * The hash that leads to a bucket. It decides nothing: a name is found only when its spelling is equal, so a collision,
 * planted or not, costs a few nanoseconds and never a wrong answer. The seed makes planting them guesswork.
 */
export const HASH_STEP = 0x9e3779b1

export function hashName(seed: number, name: Uint8Array, from: number, to: number): number {
  let hash = seed
  for (let at = to - 1; at >= from; at--) hash = Math.imul(hash ^ (name[at] as number), HASH_STEP)
  return hash >>> 0
}

/** Which of `buckets` a hash belongs to: its fraction of 2^32, so that any number of buckets will do. */
export const bucketOf = (hash: number, buckets: number): number => Math.floor((hash >>> 0) * 2 ** -32 * buckets)

/** The three bits of a bucket's word that say "perhaps here". */
export function bloomOf(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  return (1 << (mixed >>> 27)) | (1 << ((mixed >>> 22) & 31)) | (1 << ((mixed >>> 17) & 31))
}
