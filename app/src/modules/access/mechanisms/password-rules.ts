import type { Temporal } from 'temporal-polyfill'
import { ClauseParams } from '../../../engine/clauses/clause-params.js'
import { judged } from '../../../engine/clauses/clause-state.js'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import type { Mechanism } from '../../../engine/module.js'
import { titleOfPost } from '../../../engine/packs/lookup.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import type { PersonId, PostId } from '../../../kernel/ids.js'
import { holdersOf } from '../../people/index.js'
import { signInRules } from '../queries/sign-in-rules.js'
import type { SignInRules } from '../queries/sign-in-rules.js'
import type { AccessTables, AccountRow } from '../schema.js'
import { accountsUrl } from '../urls.js'
import { keeperPost } from './keeper-post.js'

/** How long somebody has to set up what is asked: they cannot get past the page that asks, so it is about those who never came. */
const DAYS_TO_DO_IT = 14

type Account = Pick<AccountRow, 'id' | 'person_id' | 'created_at' | 'must_change_since' | 'password_changed_at'>

/** Accounts in use at an instant, and whether each had a second factor then. */
async function accountsAt(tx: ReadTx, asOf: Temporal.Instant): Promise<readonly (Account & { twice: boolean })[]> {
  const rows = await tables<AccessTables>(tx)
    .selectFrom('account')
    .select(['account.id', 'account.person_id', 'created_at', 'must_change_since', 'password_changed_at'])
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('second_factor')
            .select('second_factor.id')
            .whereRef('second_factor.school_id', '=', 'account.school_id')
            .whereRef('second_factor.account_id', '=', 'account.id')
            .where('since', '<=', asOf)
            .where((or) => or.or([or('until', 'is', null), or('until', '>', asOf)])),
        )
        .as('twice'),
    )
    .where('created_at', '<=', asOf)
    .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', asOf)]))
    .execute()
  return rows.map(({ twice, ...rest }) => ({ ...rest, twice: twice === true }))
}

/** The posts of each person that must be proved twice, on the day asked about. */
async function provedTwice(tx: ReadTx, rules: SignInRules): Promise<ReadonlyMap<PersonId, PostId>> {
  const holdings = await holdersOf(tx, null)
  return new Map(
    holdings.filter(({ post }) => rules.needsSecondFactor([post])).map(({ person, post }) => [person, post]),
  )
}

const finding = (account: Account, sentence: string, post: PostId | null, from: Temporal.Instant): Finding => ({
  sentence,
  rows: [{ table: 'account', id: account.id }],
  post,
  due: from.add({ hours: DAYS_TO_DO_IT * 24 }),
})

/** A new password that was asked for and has not been chosen, at the instant asked about. */
function unchanged({ must_change_since: since, ...account }: Account, asOf: Temporal.Instant): boolean {
  if (!since || since.epochMilliseconds > asOf.epochMilliseconds) return false
  const changed = account.password_changed_at
  return !changed || changed.epochMilliseconds <= since.epochMilliseconds
}

/**
 * Our own sign-in keeps the rules while a password is chosen; what can be left undone is a second factor that a post needs
 * and a new password that was asked for. Both are due for a fortnight, then broken.
 */
export const passwordRulesMechanism: Mechanism = {
  id: 'password-rules',
  params: ClauseParams,
  page: accountsUrl(),
  check: async (tx, _params, asOf) => {
    const then: ReadTx = { ...tx, now: asOf }
    const rules = await signInRules(then)
    const twice = await provedTwice(then, rules)
    const accounts = await accountsAt(then, asOf)
    const keeper = keeperPost(rules.pack)
    const found = accounts.flatMap((account) => {
      const post = twice.get(account.person_id)
      const title = rules.pack && post ? titleOfPost(rules.pack, post) : post
      const single = `An account of the post “${title ?? ''}” has no second step of signing in.`
      const old = 'A new password was asked for, and has not been chosen.'
      return [
        ...(post && !account.twice ? [finding(account, single, post, account.created_at)] : []),
        ...(unchanged(account, asOf) ? [finding(account, old, keeper, account.must_change_since ?? asOf)] : []),
      ]
    })
    const late = ({ due }: Finding): boolean => due !== null && due.epochMilliseconds <= asOf.epochMilliseconds
    const basis = `${accounts.length} accounts of Hedgerow itself; other systems are not looked at`
    return judged(
      basis,
      found.filter(late),
      found.filter((one) => !late(one)),
    )
  },
}
