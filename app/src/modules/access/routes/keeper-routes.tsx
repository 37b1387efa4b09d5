import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../../engine/deps.js'
import type { PersonChoice } from '../../../engine/forms/field.js'
import { refusalError } from '../../../engine/forms/form-errors.js'
import { parseForm, pickedIn } from '../../../engine/forms/parse-form.js'
import type { FormError } from '../../../engine/forms/parse-form.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import type { ReadTx, Tx } from '../../../kernel/db/tx.js'
import { isId } from '../../../kernel/ids.js'
import type { PersonId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { thisSchool } from '../../../kernel/school.js'
import { frameOf } from '../../../web/frames.js'
import type { Typed } from '../../../web/kept-fields.js'
import { actorOf, needs, seeOther, sendPage } from '../../../web/who.js'
import { findPeople, personCards } from '../../people/index.js'
import type { PersonCard } from '../../people/index.js'
import { createAccount } from '../commands/create-account.js'
import { endAccount } from '../commands/end-account.js'
import { endSessions } from '../commands/end-sessions.js'
import { askNewPassword, issueFirstCode, keptAccount, resetSecondFactor } from '../commands/keep-accounts.js'
import { atTheDoor } from '../door.js'
import { newAccountForm } from '../forms.js'
import { AccountsPage } from '../pages/accounts.js'
import { NewAccountPage } from '../pages/new-account.js'
import { OneAccountPage } from '../pages/one-account.js'
import { SlipPage } from '../pages/slip.js'
import { FIRST_CODE_HOURS } from '../recovery/first-sign-in-code.js'
import { accountList } from '../queries/account-list.js'
import type { KeptAccount } from '../queries/account-list.js'
import { sessionsOf } from '../queries/my-account.js'
import { normalLogin } from '../session/attempt-buckets.js'
import * as urls from '../urls.js'
import { contextOf, orRefusal } from './answering.js'

type ForAccount = FastifyRequest<{ Params: { account: string } }>

const keeper = needs('access.accounts')
/** Whoever can make a way into somebody's account shows first that it is still them. */
const proved = needs('access.accounts', { stepUp: true })

/** What those who keep the accounts do. */
export function keeperRoutes(app: FastifyInstance, deps: Deps): void {
  app.get(urls.accountsUrl.pattern, keeper, (request, reply) => showAccounts(request, reply, deps))
  app.post(urls.askEverybodyUrl.pattern, proved, async (request, reply) => {
    await inSchool(deps.db, actorOf(request), (tx) => askNewPassword(tx, null))
    return seeOther(reply, urls.accountsUrl())
  })
  app.get(urls.newAccountUrl.pattern, proved, (request, reply) => showNew(request, reply, deps))
  app.post(urls.newAccountUrl.pattern, proved, (request, reply) => takeNew(request, reply, deps))
  app.get(urls.oneAccountUrl.pattern, proved, (request: ForAccount, reply) => showOne(request, reply, deps))
  app.post(urls.firstCodeUrl.pattern, proved, (request: ForAccount, reply) => newSlip(request, reply, deps))
  actRoutes(app, deps)
}

/** The acts that change one account and come back to it. */
function actRoutes(app: FastifyInstance, deps: Deps): void {
  const act = (pattern: string, work: (tx: Tx, id: string) => Promise<unknown>, back?: string) =>
    app.post(pattern, proved, async (request: ForAccount, reply) => {
      const id = idIn(request)
      await inSchool(deps.db, atTheDoor(actorOf(request)), (tx) => work(tx, id))
      return seeOther(reply, back ?? urls.oneAccountUrl({ account: id }))
    })
  act(urls.resetFactorUrl.pattern, resetSecondFactor)
  act(urls.askNewPasswordUrl.pattern, askNewPassword)
  act(urls.endSignInsUrl.pattern, async (tx, id) => endSessions(tx, { person: (await keptAccount(tx, id)).person_id }))
  const end = async (tx: Tx, id: string) => endAccount(tx, (await keptAccount(tx, id)).person_id)
  act(urls.endAccountUrl.pattern, end, urls.accountsUrl())
}

function idIn({ params: { account } }: ForAccount): string {
  if (!isId(account)) throw new Refusal('not-found', 'There is no such account.')
  return account
}

const listed = ({ id, ...account }: KeptAccount) => ({ ...account, href: urls.oneAccountUrl({ account: id }) })

async function showAccounts(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const { now, accounts } = await reading(deps.db, actorOf(request), async (tx) => ({
    now: tx.now,
    accounts: await accountList(tx),
  }))
  const links = { add: urls.newAccountUrl(), askAll: urls.askEverybodyUrl() }
  const props = { frame: await frameOf(request), now, accounts: accounts.map(listed), urls: links }
  return sendPage(reply, <AccountsPage {...props} />)
}

async function showOne(request: ForAccount, reply: FastifyReply, deps: Deps) {
  const actor = actorOf(request)
  const account = idIn(request)
  const { now, found, sessions } = await reading(deps.db, actor, async (tx) => {
    const [one] = await accountList(tx, account)
    return { now: tx.now, found: one, sessions: one ? await sessionsOf(tx, one.person) : [] }
  })
  if (!found) throw new Refusal('not-found', 'That account has ended, or never was. Go back to the list of accounts.')
  const links = {
    list: urls.accountsUrl(),
    firstCode: urls.firstCodeUrl({ account }),
    endSignIns: urls.endSignInsUrl({ account }),
    askNew: urls.askNewPasswordUrl({ account }),
    reset: urls.resetFactorUrl({ account }),
    end: urls.endAccountUrl({ account }),
  }
  const own = found.person === actor.personId
  const props = {
    frame: await frameOf(request),
    now,
    account: listed(found),
    sessions: sessions.length,
    own,
    urls: links,
  }
  return sendPage(reply, <OneAccountPage {...props} />)
}

async function newSlip(request: ForAccount, reply: FastifyReply, deps: Deps) {
  const id = idIn(request)
  const slip = await inSchool(deps.db, atTheDoor(actorOf(request)), async (tx) => {
    const code = await issueFirstCode(tx, deps.keys, id)
    const [one] = await accountList(tx, id)
    return slipOf(tx, deps, { code, name: one?.name ?? '', username: one?.username ?? '' })
  })
  return sendPage(reply, <SlipPage frame={await frameOf(request)} {...slip} />)
}

async function slipOf(
  tx: ReadTx,
  { publicUrl }: Deps,
  slip: { readonly code: string; readonly name: string; readonly username: string },
) {
  const { slug: school } = await thisSchool(tx)
  const until = londonDate(tx.now.add({ hours: FIRST_CODE_HOURS }))
  return { ...slip, until, address: `${publicUrl}${urls.firstSignInUrl({ school })}`, listUrl: urls.accountsUrl() }
}

const choiceOf = (card: PersonCard): PersonChoice => ({
  id: card.id,
  name: card.name,
  about: card.job_title ?? card.kind,
})

interface Again {
  readonly typed: Typed
  readonly errors: readonly FormError[]
  readonly found?: readonly PersonChoice[]
  readonly people?: ReadonlyMap<string, PersonChoice>
}

async function showNew(request: FastifyRequest, reply: FastifyReply, deps: Deps, again?: Again) {
  const context = { ...contextOf(deps), people: again?.people ?? new Map<string, PersonChoice>() }
  const links = { here: urls.newAccountUrl(), list: urls.accountsUrl() }
  const props = { frame: await frameOf(request), context, urls: links, typed: again?.typed, errors: again?.errors }
  const status = again && again.errors.length > 0 ? 400 : 200
  return sendPage(reply, <NewAccountPage {...props} found={again?.found} />, status)
}

async function takeNew(request: FastifyRequest, reply: FastifyReply, deps: Deps) {
  const actor = actorOf(request)
  const picked = pickedIn(newAccountForm, request.body).filter(isId) as readonly string[] as readonly PersonId[]
  const people = await reading(deps.db, actor, async (tx) => {
    const cards = await personCards(tx, picked)
    return new Map<string, PersonChoice>([...cards].map(([id, card]) => [id, choiceOf(card)]))
  })
  const parsed = parseForm(newAccountForm, request.body, { ...contextOf(deps), people })
  if (!parsed.ok) {
    const { search, errors, typed } = parsed
    const found = search ? await reading(deps.db, actor, (tx) => adultsNamed(tx, search.words)) : undefined
    const offered = new Map([...people, ...(found ?? []).map((one) => [one.id, one] as const)])
    return showNew(request, reply, deps, { typed, errors, people: offered, ...(found && { found }) })
  }
  const { person, username } = parsed.values
  const chosen = person.people[0]?.id as PersonId
  const slip = await orRefusal(
    inSchool(deps.db, actor, async (tx) => {
      const code = await createAccount(tx, deps.keys, { person: chosen, username })
      const name = people.get(chosen)?.name ?? ''
      return slipOf(tx, deps, { code, name, username: normalLogin(username) })
    }),
  )
  if (slip instanceof Refusal)
    return showNew(request, reply, deps, { typed: parsed.typed, errors: [refusalError(newAccountForm, slip)], people })
  return sendPage(reply, <SlipPage frame={await frameOf(request)} {...slip} />)
}

const adultsNamed = async (tx: ReadTx, text: string): Promise<readonly PersonChoice[]> =>
  (await findPeople(tx, { text, kinds: ['staff', 'governor', 'volunteer', 'contractor'] })).map(choiceOf)
