import { postOf } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import type { SignIn } from '../../../engine/packs/schema/sections.js'
import { spanOf } from '../../../kernel/calendar/span.js'
import type { Span } from '../../../kernel/calendar/span.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import { findActivePack } from '../../policy/index.js'
import type { PasswordRules } from '../password/password-rules.js'
import type { SessionRules } from '../session/session-life.js'

/** The `signIn` section of the pack in force, its spans read. */
export interface SignInRules {
  readonly pack: Pack | null
  readonly password: PasswordRules
  readonly session: SessionRules
  /** How long a password lasts; null for as long as nobody may know it. */
  readonly expires: Span | null
  readonly lockAfter: number
  /** Whether any of these posts must be proved in a second way. */
  readonly needsSecondFactor: (posts: Iterable<PostId>) => boolean
}

/** While a school has no policy in force: the base pack's own rules, and no post that needs a second factor. */
const BEFORE_ANY_PACK = {
  minLength: 12,
  passphrase: true,
  firstChange: true,
  reuse: 5,
  lockAfter: 10,
  idle: '30 minutes',
  absolute: '12 hours',
  secondFactorFor: [],
} satisfies Partial<SignIn>

/** How this school's adults sign in today. */
export async function signInRules(tx: ReadTx): Promise<SignInRules> {
  const active = await findActivePack(tx)
  return rulesOf(active?.pack ?? null)
}

/** The same, of a pack at hand. */
export function rulesOf(pack: Pack | null): SignInRules {
  const signIn: SignIn = pack?.signIn ?? (BEFORE_ANY_PACK as SignIn)
  return {
    pack,
    password: signIn,
    session: { idle: spanOf(signIn.idle), absolute: spanOf(signIn.absolute) },
    expires: signIn.expires ? spanOf(signIn.expires) : null,
    lockAfter: signIn.lockAfter,
    needsSecondFactor: (posts) => [...posts].some((post) => isProvedTwice(pack, signIn, post)),
  }
}

const isProvedTwice = (pack: Pack | null, signIn: SignIn, post: PostId): boolean =>
  signIn.secondFactorFor.includes(post) || (pack !== null && postOf(pack, post)?.secondFactor === true)
