import type { Pack } from '../../../engine/packs/pack.js'
import type { PostId } from '../../../kernel/ids.js'

/** The post that puts accounts right: the network manager where the policy lets them, else the last one it names. */
export function keeperPost(pack: Pack | null): PostId | null {
  const keepers = pack?.posts.filter(({ powers }) => powers.includes('access.accounts')).map(({ id }) => id) ?? []
  return keepers.find((post) => post === 'network-manager') ?? keepers.at(-1) ?? null
}
