import { Temporal } from 'temporal-polyfill'
import type { Agreement } from '../../engine/packs/schema/sections.js'
import { workerIn } from '../../kernel/actor.js'
import type { Actor } from '../../kernel/actor.js'
import { fixedClock } from '../../kernel/calendar/clock.js'
import { londonInstant } from '../../kernel/calendar/london.js'
import type { Core } from '../../kernel/core.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import type { Tx } from '../../kernel/db/tx.js'
import { newId } from '../../kernel/ids.js'
import type { PersonId, PostId, SchoolId } from '../../kernel/ids.js'
import { collectJobs } from '../../kernel/jobs/collected.js'
import { askGate, holdTraining, recordFact, sayNo, sign, signOffText } from '../../modules/agreements/index.js'
import type { Signing } from '../../modules/agreements/index.js'
import { adultsFor, holdersOf, rosterAt } from '../../modules/people/index.js'
import type { RosterPerson } from '../../modules/people/index.js'
import { activePack, actorOf } from '../../modules/policy/index.js'

/** Who is left over, by place in the roster, so that the chase list, a refusal and a lapse are there to be looked at. */
const unsigned = (at: number): boolean => at % 47 === 13
const refuses = 5
const lapsed = 8

/** One September morning of the example school: its clock, and the people it acts through. */
interface Morning {
  readonly core: Pick<Core, 'db' | 'keys'>
  readonly school: SchoolId
  readonly day: Temporal.PlainDate
}

const act = async (
  { core, school, day }: Morning,
  post: string,
  work: (tx: Tx, me: { readonly person: PersonId; readonly name: string }) => Promise<unknown>,
): Promise<void> => {
  const db = { ...core.db, clock: fixedClock(londonInstant(day, '10:00')), jobs: collectJobs() }
  const [holder] = await reading(db, workerIn(school), (tx) => holdersOf(tx, [post as PostId]))
  if (!holder) return
  const actor: Actor = await reading(db, workerIn(school), (tx) => actorOf(tx, holder.person))
  await inSchool(db, actor, (tx) => work(tx, holder))
}

/** The first weeks of a school year: texts looked at, lessons held, everybody signs but a few, and the gate gives what it may. */
export async function signAgreements(core: Pick<Core, 'db' | 'keys'>, school: SchoolId, year: number): Promise<void> {
  const on = (month: number, date: number): Morning => ({
    core,
    school,
    day: Temporal.PlainDate.from({ year, month, day: date }),
  })
  const { agreements } = (await reading(core.db, workerIn(school), activePack)).pack
  for (const post of new Set(agreements.map(({ suitable }) => suitable ?? 'headteacher')))
    await act(on(9, 7), post, (tx) =>
      suited(
        tx,
        agreements.filter(({ suitable }) => (suitable ?? 'headteacher') === post),
      ),
    )
  await act(on(9, 8), 'headteacher', (tx) => lessons(tx, Temporal.PlainDate.from({ year, month: 9, day: 8 })))
  // One member of staff signed last year and not since.
  await act({ core, school, day: Temporal.PlainDate.from({ year: year - 1, month: 9, day: 9 }) }, 'headteacher', (tx) =>
    oneSignature(tx, core, lapsed),
  )
  await act(on(9, 9), 'headteacher', (tx) => grownUps(tx, core))
  const classes = await reading(core.db, workerIn(school), (tx) => rosterAt(tx, { kinds: ['pupil'] }))
  for (const classCode of new Set(classes.map(({ class_code }) => class_code)))
    await act(on(9, 10), 'headteacher', (tx, me) => oneClass(tx, core, { classCode, me, agreements }))
  await act(on(9, 14), 'headteacher', (tx) => given(tx))
}

const suited = async (tx: Tx, some: readonly Agreement[]): Promise<void> => {
  for (const { id } of some) await signOffText(tx, id)
}

/** Awareness training for grown-ups and for every class; a few are away. */
async function lessons(tx: Tx, on: Temporal.PlainDate): Promise<void> {
  const people = await rosterAt(tx, { kinds: ['staff', 'volunteer', 'contractor'] })
  const away = (some: readonly RosterPerson[]) => some.filter((_, at) => at % 29 === 17).map(({ id }) => id)
  await holdTraining(tx, {
    title: 'Staying safe online, for everybody who works here',
    on,
    classCode: null,
    people,
    absent: away(people),
  })
  const pupils = await rosterAt(tx, { kinds: ['pupil'] })
  for (const classCode of new Set(pupils.map(({ class_code }) => class_code))) {
    const some = pupils.filter(({ class_code }) => class_code === classCode)
    await holdTraining(tx, { title: 'Staying safe online', on, classCode, people: some, absent: away(some) })
  }
}

const own = (person: RosterPerson, agreement: string): Signing => ({
  key: newId(),
  agreement,
  language: 'en',
  subject: person.id,
  aboutPupil: false,
  role: 'self',
  signer: person.id,
  signerName: person.name,
  method: 'paper',
  paperPlace: 'Office, agreements, staff and governors',
  facts: ['read'],
})

async function oneSignature(tx: Tx, core: Pick<Core, 'keys'>, place: number): Promise<void> {
  const person = (await rosterAt(tx, { kinds: ['staff'] }))[place]
  if (person) await sign(tx, core.keys, own(person, 'staff'))
}

/** Staff, volunteers, contractors and governors sign on paper at the first meeting. */
async function grownUps(tx: Tx, core: Pick<Core, 'keys'>): Promise<void> {
  const working = await rosterAt(tx, { kinds: ['staff', 'volunteer', 'contractor'] })
  const last = (await rosterAt(tx, { kinds: ['staff'] }))[lapsed]
  for (const [at, person] of working.entries())
    if (!unsigned(at) && person.id !== last?.id) await sign(tx, core.keys, own(person, 'staff'))
  for (const person of await rosterAt(tx, { kinds: ['governor'] })) await sign(tx, core.keys, own(person, 'governor'))
}

interface OneClass {
  readonly classCode: string | null
  readonly me: { readonly person: PersonId; readonly name: string }
  readonly agreements: readonly Agreement[]
}

/** A class: talked through, signed by the children, by their parents, and for the school. */
async function oneClass(tx: Tx, core: Pick<Core, 'keys'>, { classCode, me, agreements }: OneClass): Promise<void> {
  const pupils = (await rosterAt(tx, { kinds: ['pupil'] })).filter(({ class_code }) => class_code === classCode)
  const adults = await adultsFor(
    tx,
    pupils.map(({ id }) => id),
  )
  for (const [at, pupil] of pupils.entries()) {
    const text = agreements.find((one) => isForYear(one, pupil.year_group))
    if (text) await recordFact(tx, text, { subject: pupil.id, aboutPupil: true, fact: 'talked-through', at: tx.now })
    if (unsigned(at)) continue
    const adult = adults.find(({ child }) => child === pupil.id)
    await oneFamily(tx, core, { pupil, adult, text, me, says: at === refuses && classCode === 'Holly' ? 'no' : 'yes' })
  }
}

const isForYear = ({ reader, of }: Agreement, year: string | null): boolean =>
  (reader === 'ks1' || reader === 'ks2') && of.years?.some((one) => one === year) === true

interface OneFamily {
  readonly pupil: RosterPerson
  readonly adult: { readonly adult: PersonId; readonly name: string } | undefined
  readonly text: Agreement | undefined
  readonly me: OneClass['me']
  readonly says: 'yes' | 'no'
}

async function oneFamily(tx: Tx, core: Pick<Core, 'keys'>, { pupil, adult, text, me, says }: OneFamily): Promise<void> {
  const paperPlace = `Office, agreements, class ${pupil.class_code ?? ''}`
  const about = { subject: pupil.id, aboutPupil: true, language: 'en', method: 'paper', paperPlace } as const
  const child = { ...about, role: 'self', signer: pupil.id, signerName: pupil.name } as const
  const parent = {
    ...about,
    role: 'parent',
    signer: adult?.adult ?? null,
    signerName: adult?.name ?? 'A parent',
  } as const
  if (text) await sign(tx, core.keys, { ...child, key: newId(), agreement: text.id })
  if (says === 'no') {
    const reason = 'They want to talk about it first.'
    await sayNo(tx, { ...parent, key: newId(), agreement: 'parent', kind: 'refused', reason })
    return
  }
  const answers = { 'may-use': 'yes' }
  await sign(tx, core.keys, { ...parent, key: newId(), agreement: 'parent', answers, facts: ['read', 'discussed'] })
  const forSchool = { ...about, role: 'school', signer: me.person, signerName: me.name } as const
  for (const signer of [parent, child, forSchool])
    await sign(tx, core.keys, { ...signer, key: newId(), agreement: 'home-school' })
}

/** The gate is asked for everybody who works here, and gives where it says yes. */
async function given(tx: Tx): Promise<void> {
  for (const { id } of await rosterAt(tx, { kinds: ['staff'] }))
    await askGate(tx, { person: id, what: 'internet', detail: 'Staff internet', grant: true })
}
