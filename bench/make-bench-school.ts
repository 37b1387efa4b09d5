import { join } from 'node:path'
import { Client } from 'pg'
import { loadPack } from '../app/src/engine/packs/load-pack.js'
import type { LoadedPack } from '../app/src/engine/packs/pack.js'
import { publicIn, signingIn, workerIn } from '../app/src/kernel/actor.js'
import { inSchool, reading } from '../app/src/kernel/db/in-school.js'
import type { PersonId, PostId, SchoolId } from '../app/src/kernel/ids.js'
import { projectRoot } from '../app/src/kernel/root.js'
import { sessionCookieFor, startSessionAs } from '../app/src/modules/access/index.js'
import { exampleReport } from '../app/src/modules/cases/case.examples.js'
import { reportConcern } from '../app/src/modules/concerns/index.js'
import { holdersOf } from '../app/src/modules/people/index.js'
import { actorOf, judgePolicy } from '../app/src/modules/policy/index.js'
import type { Hedgerow } from '../app/src/open-hedgerow.js'
import { planExample } from '../app/src/setup/example/plan-example.js'
import { makeSchool } from '../app/src/setup/make-school.js'
import { fillConcerns } from './fill-concerns.js'
import { makeCase } from './make-case.js'

/** What the cells ask for. */
export interface BenchSchool {
  readonly school: SchoolId
  readonly caseId: string
  readonly clauses: number
}

/** The example school with two years of concerns, a long case, and the largest of the shipped packs in force. */
export async function makeBenchSchool(hedgerow: Hedgerow, concerns: number): Promise<BenchSchool> {
  const { db } = hedgerow
  const { plan } = await planExample(db.clock.now())
  const pack = await largestPack()
  const { school } = await makeSchool(db, { ...plan, pack }, async () => null)
  const [dsl] = await reading(db, workerIn(school), (tx) => holdersOf(tx, ['dsl' as PostId]))
  if (!dsl) throw new Error('The example school has no DSL')
  await reportConcern(db, publicIn(school), exampleReport())
  const owner = new Client({ connectionString: hedgerow.ownerUrl })
  await owner.connect()
  const { rows } = await owner.query<{ id: PersonId }>("SELECT id FROM person WHERE kind = 'pupil' ORDER BY id LIMIT 1")
  try {
    await fillConcerns(owner, concerns)
  } finally {
    await owner.end()
  }
  const lead = await reading(db, workerIn(school), (tx) => actorOf(tx, dsl.person))
  const caseId = await makeCase(db, lead, rows[0]?.id as PersonId)
  await judgePolicy(hedgerow, school)
  return { school, caseId, clauses: clausesOf(pack) }
}

/** The DSL's session, as a Cookie header: a new one, for a school that was kept outlives its sessions. */
export async function signedInAsDsl({ db, publicUrl }: Hedgerow, school: SchoolId): Promise<string> {
  const [dsl] = await reading(db, workerIn(school), (tx) => holdersOf(tx, ['dsl' as PostId]))
  if (!dsl) throw new Error('The example school has no DSL')
  const grant = await inSchool(db, signingIn(school), (tx) => startSessionAs(tx, dsl.person))
  const { name, value } = sessionCookieFor(publicUrl, grant)
  return `${name}=${value}`
}

const clausesOf = ({ pack }: LoadedPack): number => pack.parts.flatMap(({ clauses }) => clauses).length

/** The shipped packs that fit a single school: those that build on the base pack, and it. */
const packs = ['uk-primary', 'county-template', 'london-grid']

async function largestPack(): Promise<LoadedPack> {
  const loaded = await Promise.all(packs.map((id) => loadPack(join(projectRoot(), 'packs'), id)))
  const usable = loaded.filter((one): one is LoadedPack => !('problems' in one))
  const [largest] = usable.toSorted((a, b) => clausesOf(b) - clausesOf(a))
  if (!largest) throw new Error('No shipped pack can be used')
  return largest
}
