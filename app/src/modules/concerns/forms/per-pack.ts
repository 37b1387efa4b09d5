import type { Pack } from '../../../engine/packs/pack.js'

/** A form whose choices come from the policy, made once for each pack: packs are frozen, so it never goes stale. */
export function perPack<Made>(make: (pack: Pack) => Made): (pack: Pack) => Made {
  const made = new WeakMap<Pack, Made>()
  return (pack) => {
    const known = made.get(pack) ?? make(pack)
    made.set(pack, known)
    return known
  }
}
