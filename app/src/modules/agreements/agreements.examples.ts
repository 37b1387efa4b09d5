import pg from 'pg'
import assert from 'node:assert/strict'
import { openTestDb, testKeys } from '../../../test/database.js'
import type { TestDb } from '../../../test/database.js'
import { fullSchool } from '../../../test/full-school.js'
import type { FullSchool } from '../../../test/full-school.js'
import type { Standing } from '../../engine/agreements/standing.js'
import type { Pack } from '../../engine/packs/pack.js'
import { workerIn } from '../../kernel/actor.js'
import type { Core } from '../../kernel/core.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import { newId } from '../../kernel/ids.js'
import type { PersonId } from '../../kernel/ids.js'
import { rosterAt } from '../people/index.js'
import { activePack } from '../policy/index.js'
import { sessionByToken, sessionToken, startSession } from './commands/signing-sessions.js'
import type { OpenTablet } from './commands/signing-sessions.js'
import type { TabletSigning } from './commands/sign-on-tablet.js'
import { standingsOf } from './queries/standings.js'

/** A school with a Year 1 class of two, a mother with an address, and a class teacher. */
export interface SigningSchool {
  readonly t: TestDb
  readonly school: FullSchool
  readonly core: Core
  readonly mia: PersonId
  readonly zoe: PersonId
  readonly anna: PersonId
  readonly standing: (person: PersonId, agreement: string) => Promise<Standing | undefined>
  /** Starts a lesson, and gives the tablet that is in it. */
  readonly tablet: () => Promise<{ readonly id: string; readonly code: string; readonly found: OpenTablet }>
}

export async function signingSchool(alter?: (pack: Pack) => Pack): Promise<SigningSchool> {
  const t = await openTestDb()
  const school = await fullSchool(t.db, alter ? { alter } : {})
  const mia = await school.add({ kind: 'pupil', given: 'Mia', family: 'Fern', classCode: 'Holly' })
  const zoe = await school.add({ kind: 'pupil', given: 'Zoë', family: 'Oak', classCode: 'Holly' })
  const anna = await school.add({ kind: 'parent', given: 'Anna', family: 'Fern' })
  const owner = new pg.Client({ connectionString: t.ownerUrl })
  await owner.connect()
  await owner.query(`UPDATE person SET year_group = '1', born = '2020-03-24' WHERE kind = 'pupil'`)
  await owner.query(`UPDATE person SET email = 'anna@example.org' WHERE id = $1`, [anna])
  await owner.query(
    `SET session_replication_role = replica; INSERT INTO responsibility (school_id, id, child_id, adult_id, relationship, parental_responsibility, contactable, priority, started)
     VALUES ('${school.id}', '${newId()}', '${mia}', '${anna}', 'mother', true, true, 1, '2024-09-01')`,
  )
  await owner.end()
  const core = { db: t.db, keys: testKeys, publicUrl: 'http://localhost', smtpUrl: null }
  const standing = (person: PersonId, agreement: string) =>
    reading(t.db, workerIn(school.id), async (tx) => {
      const { pack } = await activePack(tx)
      const all = await standingsOf(tx, pack, await rosterAt(tx, { ids: [person] }))
      return all.find((one) => one.agreement.id === agreement)?.standing
    })
  const tablet = async () => {
    const teacher = await school.as('class-teacher')
    const wanted = { kind: 'class', classCode: 'Holly', agreement: 'pupil-ks1' } as const
    const started = await inSchool(t.db, teacher, (tx) => startSession(tx, testKeys, wanted))
    const found = await sessionByToken(core, school.id, sessionToken(testKeys, started.id))
    assert.ok(found)
    return { ...started, found }
  }
  return { t, school, core, mia, zoe, anna, standing, tablet }
}

/** Runs one statement as the database's owner, for what no page of this module changes. */
export async function asOwner({ ownerUrl }: TestDb, statement: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query(statement)
  await owner.end()
}

/** What a child does on the tablet: the snail, in green. */
export const snail = (child: PersonId, more: Partial<TabletSigning> = {}): TabletSigning => ({
  key: newId(),
  child,
  mark: 'snail',
  stamp: 'green',
  written: '',
  at: '',
  ...more,
})
