import { askedOf } from '../app/src/engine/agreements/standing.js'
import { workerIn } from '../app/src/kernel/actor.js'
import { inSchool, reading } from '../app/src/kernel/db/in-school.js'
import { newId } from '../app/src/kernel/ids.js'
import type { PostId, SchoolId } from '../app/src/kernel/ids.js'
import { linkSecret } from '../app/src/kernel/link-secret.js'
import { sendLink } from '../app/src/modules/agreements/commands/invitations.js'
import { sessionToken, startSession } from '../app/src/modules/agreements/commands/signing-sessions.js'
import { adultsFor, holdersOf, rosterAt } from '../app/src/modules/people/index.js'
import { activePack, actorOf } from '../app/src/modules/policy/index.js'
import type { Hedgerow } from '../app/src/open-hedgerow.js'
import { exampleSlug } from '../app/src/setup/example/plan-example.js'

/** One class with its tablet, and the children who have still to sign on it. */
interface SigningClass {
  readonly cookie: string
  readonly pictures: boolean
  readonly children: readonly string[]
}

/** What is signed in the measurement: every class on its tablet, and parents' links. */
export interface SigningPlan {
  readonly classes: readonly SigningClass[]
  /** Addresses of links that nobody has opened. */
  readonly links: readonly string[]
}

/** Parents who are sent a link, as the issue asks: a whole school's in ten minutes. */
const mostLinks = 600

/** Begins a lesson for every class, and sends the parents their links. */
export async function planSigning({ db, keys }: Hedgerow, school: SchoolId): Promise<SigningPlan> {
  const office = await reading(db, workerIn(school), async (tx) => {
    const [holder] = await holdersOf(tx, ['headteacher' as PostId])
    if (!holder) throw new Error('The example school has no headteacher')
    return actorOf(tx, holder.person)
  })
  return inSchool(db, office, async (tx) => {
    const { pack } = await activePack(tx)
    const pupils = await rosterAt(tx, { kinds: ['pupil'] })
    const classes: SigningClass[] = []
    for (const [classCode, children] of Map.groupBy(pupils, ({ class_code }) => class_code ?? '')) {
      const agreement = children[0] && askedOf(pack.agreements, children[0]).find(({ id }) => id.startsWith('pupil-'))
      if (classCode === '' || !agreement) continue
      const { id } = await startSession(tx, keys, { kind: 'class', classCode, agreement: agreement.id })
      const cookie = `hedgerow_tablet=${sessionToken(keys, id)}`
      classes.push({ cookie, pictures: agreement.look === 'pictures', children: children.map((child) => child.id) })
    }
    const adults = await adultsFor(
      tx,
      pupils.map(({ id }) => id),
    )
    const links: string[] = []
    for (const { child, adult } of adults.slice(0, mostLinks))
      links.push(`/sign/${exampleSlug}/${linkSecret(keys, await sendLink(tx, keys, child, adult))}`)
    return { classes, links }
  })
}

/** Milliseconds of many answers. */
export interface Spread {
  readonly count: number
  readonly p50: number
  readonly p99: number
  readonly failed: number
}

type Timed = { readonly ms: number; readonly ok: boolean }

const spread = (all: readonly Timed[]): Spread => {
  const sorted = all.map(({ ms }) => ms).toSorted((a, b) => a - b)
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  return { count: all.length, p50: at(0.5), p99: at(0.99), failed: all.filter(({ ok }) => !ok).length }
}

async function timed(ask: () => Promise<Response>, isGood: (text: string) => boolean): Promise<Timed> {
  const began = performance.now()
  const answer = await ask()
  const text = await answer.text()
  return { ms: performance.now() - began, ok: answer.ok && isGood(text) }
}

/**
 * Each class signs all at once, one class after the other: thirty thumbs press. The first three find code that nobody has
 * run since the start, and are told apart.
 */
export async function signClasses(
  app: string,
  { classes }: SigningPlan,
): Promise<{ readonly cold: Spread; readonly warm: Spread }> {
  const url = `${app}/class/${exampleSlug}/now`
  const each: (readonly Timed[])[] = []
  for (const { cookie, pictures, children } of classes) {
    const form = await openTablet(url, cookie)
    const mark = pictures ? { mark: 'snail', stamp: 'green', written: '' } : { mark: '', stamp: '', written: 'Me' }
    const sign = (child: string) => {
      const body = new URLSearchParams({ _csrf: form.token, key: newId<string>(), child, at: '', ...mark })
      const headers = { cookie: form.cookie, accept: 'application/json' }
      return timed(
        () => fetch(url, { method: 'POST', headers, body }),
        (text) => text.includes('"ok":true'),
      )
    }
    each.push(await Promise.all(children.map(sign)))
  }
  return { cold: spread(each.slice(0, 3).flat()), warm: spread(each.slice(3).flat()) }
}

async function openTablet(url: string, tablet: string): Promise<{ readonly cookie: string; readonly token: string }> {
  const answer = await fetch(url, { headers: { cookie: tablet } })
  const token = /name="_csrf" value="([^"]+)"/.exec(await answer.text())?.[1]
  const own = answer.headers.getSetCookie().find((one) => one.startsWith('hedgerow_form='))
  if (!token || !own) throw new Error('The tablet shows nothing to sign')
  return { cookie: `${tablet}; ${own.split(';')[0] ?? ''}`, token }
}

/** Opens every link, one each 50 ms whatever the answers do: twenty times the six hundred in ten minutes. */
export async function openLinks(app: string, { links }: SigningPlan): Promise<Spread> {
  const open: Promise<Timed>[] = []
  for (const link of links) {
    open.push(
      timed(
        () => fetch(`${app}${link}`),
        (text) => text.includes('name="known"'),
      ),
    )
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return spread(await Promise.all(open))
}
