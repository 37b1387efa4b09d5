import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { judged } from '../../../engine/clauses/clause-state.js'
import type { ClauseState, Finding } from '../../../engine/clauses/clause-state.js'
import { at } from '../../../engine/around.js'
import { named } from '../../../engine/clauses/clause-params.js'
import type { Mechanism } from '../../../engine/module.js'
import { deadline } from '../../../kernel/calendar/deadline.js'
import { londonInstant } from '../../../kernel/calendar/london.js'
import type { SchoolCalendar } from '../../../kernel/calendar/school-calendar.js'
import { spanOf } from '../../../kernel/calendar/span.js'
import { tables } from '../../../kernel/db/tx.js'
import type { ReadTx } from '../../../kernel/db/tx.js'
import { calendarOf } from '../../people/index.js'
import type { PersonStanding } from '../queries/standings.js'
import type { AgreementTables, FactKind } from '../schema.js'
import { agreementsUrl } from '../urls.js'
import { AgreementParams } from './params.js'
import { aboutPeople, keeperPost, peopleHave, wholeSchool } from './whole-school.js'
import type { WholeSchool } from './whole-school.js'

const facts: readonly FactKind[] = ['talked-through', 'read', 'discussed']
const factWords = {
  'talked-through': 'been talked through',
  read: 'been read',
  discussed: 'been talked about at home',
} as const

/** Everybody has signed what is asked of them, again when a year is over or the text has changed, and as the pack says. */
export const agreementSigning: Mechanism = {
  id: 'agreement-signing',
  params: AgreementParams,
  page: agreementsUrl(),
  check: async (tx, params, asOf) => {
    const { agreement, aspect } = params as AgreementParams
    const school = await wholeSchool(tx, asOf)
    const wanted = named(agreement)
    const mine = school.standings.filter((one) => wanted === null || wanted.includes(one.agreement.id))
    const aspects = named(aspect) ?? ['signed']
    const fact = facts.find((kind) => aspects.includes(kind))
    if (fact) return factState(at(tx, asOf), school, mine, fact)
    if (aspects.includes('countersigned')) return countersignState(school, mine)
    return signedState(school, mine, await calendarOf(tx), asOf)
  },
}

/** The state of signing among some standings: broken where mercy is over, due while it runs. Refusals are answers, not gaps. */
export function signedState(
  school: WholeSchool,
  mine: readonly PersonStanding[],
  calendar: SchoolCalendar,
  asOf: Temporal.Instant,
): ClauseState {
  const post = keeperPost(school.pack)
  const broken: Finding[] = []
  const due: Finding[] = []
  for (const [title, standings] of byTitle(mine)) {
    const open = standings.flatMap((one) => owedBy(one, calendar))
    const over = open.filter(({ until }) => until.epochMilliseconds <= asOf.epochMilliseconds)
    const running = open.filter(({ until }) => until.epochMilliseconds > asOf.epochMilliseconds)
    const ids = (some: typeof open) => some.map(({ person }) => person.id)
    if (over.length > 0)
      broken.push(
        aboutPeople(`${peopleHave(over.length)} not signed “${title}”, and the time for it is over.`, ids(over), {
          post,
          due: null,
        }),
      )
    const first = running.map(({ until }) => until).toSorted((a, b) => a.epochMilliseconds - b.epochMilliseconds)[0]
    if (first)
      due.push(
        aboutPeople(`${peopleHave(running.length)} still to sign “${title}”.`, ids(running), { post, due: first }),
      )
  }
  const signed = mine.filter(({ standing }) => standing.state === 'in-force').length
  const refused = mine.filter(({ standing }) => standing.state === 'refused' || standing.state === 'withdrawn').length
  const basis = `${signed} of ${mine.length} agreements signed and in force${refused > 0 ? `, ${refused} refused or taken back` : ''}`
  return judged(basis, broken, due)
}

function byTitle(mine: readonly PersonStanding[]) {
  const groups = new Map<string, PersonStanding[]>()
  for (const one of mine) groups.set(one.agreement.title, [...(groups.get(one.agreement.title) ?? []), one])
  return groups
}

/** Whoever owes a signature, and until when they are given: a starter has the agreement's mercy from their first day. */
function owedBy({ person, agreement, standing }: PersonStanding, calendar: SchoolCalendar) {
  if (standing.state === 'in-force' || standing.state === 'refused' || standing.state === 'withdrawn') return []
  if (standing.mercyUntil) return [{ person, until: standing.mercyUntil }]
  const since = standing.latest?.at ?? londonInstant(person.started, '00:00')
  return [{ person, until: deadline(calendar, since, spanOf(agreement.mercy)) }]
}

async function factState(
  then: ReadTx,
  school: WholeSchool,
  mine: readonly PersonStanding[],
  fact: FactKind,
): Promise<ClauseState> {
  const asked = mine.filter(
    ({ agreement, standing }) => agreement.facts?.includes(fact) && standing.state === 'in-force',
  )
  const { rows } = await sql<{ subject_id: string; agreement: string }>`
    SELECT DISTINCT subject_id, agreement FROM agreement_fact
    WHERE fact = ${fact} AND at <= ${then.now.toString()}::timestamptz`.execute(tables<AgreementTables>(then))
  const known = new Set(rows.map((row) => `${row.subject_id} ${row.agreement}`))
  const post = keeperPost(school.pack)
  const found = [...byTitle(asked.filter(({ person, agreement }) => !known.has(`${person.id} ${agreement.id}`)))].map(
    ([title, standings]) =>
      aboutPeople(
        `“${title}” is signed by ${standings.length} with whom it is not recorded to have ${factWords[fact]}.`,
        standings.map(({ person }) => person.id),
        { post, due: null },
      ),
  )
  return judged(`${asked.length} signed agreements that are to have ${factWords[fact]}`, found)
}

function countersignState(school: WholeSchool, mine: readonly PersonStanding[]): ClauseState {
  const asked = mine.filter(
    ({ agreement, standing }) => agreement.countersign !== undefined && standing.latest !== null,
  )
  const found = [...byTitle(asked.filter(({ standing }) => standing.countersignOwed))].map(([title, standings]) =>
    aboutPeople(
      `“${title}”: ${standings.length} signed and not yet accepted by a second person.`,
      standings.map(({ person }) => person.id),
      { post: standings[0]?.agreement.countersign ?? keeperPost(school.pack), due: null },
    ),
  )
  return judged(`${asked.length} signatures that a second person accepts`, found)
}
