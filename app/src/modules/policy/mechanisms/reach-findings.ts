import { Temporal } from 'temporal-polyfill'
import type { Finding } from '../../../engine/clauses/clause-state.js'
import { titleOfPost } from '../../../engine/packs/lookup.js'
import { academicYear } from '../../../kernel/calendar/academic-year.js'
import { londonDate } from '../../../kernel/calendar/london.js'
import { tables } from '../../../kernel/db/tx.js'
import type { PostId } from '../../../kernel/ids.js'
import { peopleOf } from '../../people/index.js'
import { kindsOf } from '../reach/kinds-of.js'
import { reachOf } from '../queries/receipts.js'
import type { Reached } from '../queries/receipts.js'
import { sessionsOver } from '../queries/sessions.js'
import { classDeadline } from '../reach/class-deadline.js'
import type { ReachTables, ReceiptFact, SessionKind } from '../reach-schema.js'
import { endOf, finding } from './at.js'
import type { At } from './at.js'

const words: Readonly<Record<ReceiptFact, string>> = {
  provided: 'have not been given',
  read: 'have not said that they have read',
  discussed: 'have not talked through',
}

/** How long people have to be reached by a new version where the policy names no time. */
const usual = { months: 1 } as const

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(a, b) > 0 ? a : b
const rowsOf = (people: readonly { readonly id: string }[]) => people.map(({ id }) => ({ table: 'person', id }))

/** People of some audiences who lack a fact about the version in force; late a month after it, or after they came. */
export async function peopleMissing(
  at: At,
  audiences: readonly PostId[],
  facts: readonly ReceiptFact[],
): Promise<readonly Finding[]> {
  const found: Finding[] = []
  for (const audience of audiences) {
    const people = await reachOf(at.tx, { hash: at.version.hash, kinds: kindsOf(audience), asOf: at.asOf })
    for (const fact of facts)
      found.push(
        ...lacking(
          at,
          people.filter((person) => !person.facts[fact]),
          { fact, audience, of: people.length },
        ),
      )
  }
  return found
}

interface Lack {
  readonly fact: ReceiptFact
  readonly audience: PostId
  readonly of: number
}

/** One finding for those who are late, one for those who still have time. */
function lacking(at: At, people: readonly Reached[], { fact, audience, of }: Lack): readonly Finding[] {
  const dueOf = ({ started }: Reached) => endOf(later(started, at.version.from).add(usual))
  const over = (person: Reached) => dueOf(person).epochMilliseconds <= at.asOf.epochMilliseconds
  const title = titleOfPost(at.pack, audience)
  const sentence = (count: number) => `${title}: ${count} of ${of} ${words[fact]} version ${at.version.number}.`
  const late = people.filter(over)
  const soon = people.filter((person) => !over(person))
  const [first] = soon
  return [
    ...(late.length > 0 ? [finding(sentence(late.length), at.owner, { rows: rowsOf(late) })] : []),
    ...(first ? [finding(sentence(soon.length), at.owner, { rows: rowsOf(soon), due: dueOf(first) })] : []),
  ]
}

/** Staff who came in the last year and were not given the policy, or not taken through it, on their first day. */
export async function startersMissing(at: At): Promise<readonly Finding[]> {
  const since = londonDate(at.asOf).subtract({ years: 1 })
  const staff = await reachOf(at.tx, { hash: at.version.hash, kinds: ['staff'], asOf: at.asOf })
  const fresh = staff.filter(({ started }) => Temporal.PlainDate.compare(started, later(since, at.version.from)) >= 0)
  return fresh
    .filter(({ facts }) => !facts.provided || !facts.discussed)
    .map((person) =>
      finding(
        `Somebody who began on ${person.started.toString()} has not been given the policy and taken through it.`,
        at.owner,
        {
          rows: rowsOf([person]),
          due: endOf(person.started),
        },
      ),
    )
}

/** Audiences for whom no session, letter or link about this version is on record a month after it took force. */
export async function awarenessMissing(at: At, audiences: readonly PostId[]): Promise<readonly Finding[]> {
  const sessions = new Set((await sessionsOver(at.tx, at.version.hash)).map(({ audience }) => audience))
  const told = new Set(await toldOf(at))
  return audiences
    .filter((audience) => !sessions.has(audience) && !told.has(audience))
    .map((audience) =>
      finding(
        `No awareness session followed version ${at.version.number} for: ${titleOfPost(at.pack, audience)}.`,
        at.owner,
        {
          due: endOf(at.version.from.add(usual)),
        },
      ),
    )
}

async function toldOf({ tx, version, asOf }: At): Promise<readonly PostId[]> {
  const rows = await tables<ReachTables>(tx)
    .selectFrom('policy_announcement')
    .select('audience')
    .where('hash', '=', version.hash)
    .where('recorded_at', '<=', asOf)
    .execute()
  return rows.map(({ audience }) => audience)
}

/** Audiences that were not told of the version in force by letter, link, newsletter or website. */
export async function notAnnounced(at: At, audiences: readonly PostId[]): Promise<readonly Finding[]> {
  const told = await toldOf(at)
  return audiences
    .filter((audience) => !told.includes(audience))
    .map((audience) =>
      finding(`Not told of version ${at.version.number}: ${titleOfPost(at.pack, audience)}.`, at.owner, {
        due: endOf(at.version.from.add(usual)),
      }),
    )
}

/** Classes that have not met the policy this school year: by the end of September; before a move, by the end of July. */
export async function classesMissing(
  at: At,
  kind: Extract<SessionKind, 'class' | 'transition'>,
): Promise<readonly Finding[]> {
  const year = academicYear(londonDate(at.asOf))
  const pupils = await peopleOf(at.tx, ['pupil'], at.asOf)
  const moving = (group: string | null) => kind === 'class' || group === '2' || group === '6'
  const codes = new Set(
    pupils.flatMap(({ classCode, yearGroup }) => (classCode && moving(yearGroup) ? [classCode] : [])),
  )
  const met = await tables<ReachTables>(at.tx)
    .selectFrom('policy_session')
    .select('class_code')
    .where('kind', '=', kind)
    .where('held_on', '>=', year.from)
    .where('recorded_at', '<=', at.asOf)
    .execute()
  const held = new Set(met.map(({ class_code }) => class_code))
  const missing = [...codes].filter((code) => !held.has(code)).toSorted((a, b) => a.localeCompare(b))
  if (missing.length === 0) return []
  const by =
    kind === 'class'
      ? classDeadline(year.starts, at.version.from)
      : Temporal.PlainDate.from({ year: year.starts + 1, month: 7, day: 31 })
  const what =
    kind === 'class'
      ? 'have not met the policy this school year'
      : 'move up and have not talked about the policy before it'
  return [
    finding(`${missing.length} of ${codes.size} classes ${what}: ${missing.join(', ')}.`, at.owner, { due: endOf(by) }),
  ]
}
