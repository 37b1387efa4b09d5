import { Temporal } from 'temporal-polyfill'
import { publicIn, workerIn } from '../../../kernel/actor.js'
import type { Core } from '../../../kernel/core.js'
import { inSchool, reading } from '../../../kernel/db/in-school.js'
import { outcomeOf } from '../../../kernel/db/once.js'
import type { SchoolId } from '../../../kernel/ids.js'
import { Refusal } from '../../../kernel/refusal.js'
import { activePack } from '../../policy/index.js'
import { marks, stamps } from '../marks.js'
import { classStandings, pupilDone } from '../queries/class-signing.js'
import { agreementIn, sign } from './sign.js'
import type { Signed } from './sign.js'
import type { OpenTablet } from './signing-sessions.js'

/** What a child did on the tablet. */
export interface TabletSigning {
  readonly key: string
  readonly child: string
  readonly mark: string
  readonly stamp: string
  readonly written: string
  /** When, by the tablet's own clock: believed only within the lesson. */
  readonly at: string
}

/** The class on a tablet: those who have still to sign, as the worker sees them, because a public page sees nobody. */
export const classOnTablet = ({ db }: Pick<Core, 'db'>, school: SchoolId, { session }: OpenTablet) =>
  reading(db, workerIn(school), async (tx) => {
    const { pack } = await activePack(tx)
    const agreement = agreementIn(pack, session.agreement ?? '')
    const standings = await classStandings(tx, pack, session.class_code ?? '')
    return { agreement, pupils: standings.filter((one) => one.agreement.id === agreement.id) }
  })

function timeOf({ session }: OpenTablet, at: string, now: Temporal.Instant): Temporal.Instant {
  const over = session.ended_at ?? session.ends_at
  const last = Temporal.Instant.compare(over, now) < 0 ? over : now
  try {
    const said = Temporal.Instant.from(at)
    const early = Temporal.Instant.compare(said, session.started_at) < 0
    return early ? session.started_at : Temporal.Instant.compare(said, last) > 0 ? last : said
  } catch {
    return last
  }
}

/** A child signs: with a picture and a mark, or with the name they wrote. Said again with the same key, it is the same signature. */
export async function signOnTablet(
  core: Core,
  school: SchoolId,
  tablet: OpenTablet,
  given: TabletSigning,
): Promise<Signed & { readonly first: string }> {
  const { agreement, pupils } = await classOnTablet(core, school, tablet)
  const pupil = pupils.find(({ person }) => person.id === given.child)
  if (!pupil) throw new Refusal('invalid', 'Choose your name.')
  const mark = markOf(agreement.look === 'pictures', given)
  if (pupilDone(pupil) && pupil.standing.latest && !(await wasThis(core, school, tablet, given.key)))
    throw new Refusal('conflict', `${pupil.person.first} has signed already.`)
  const actor = publicIn(school, tablet.hash)
  const signed = await inSchool(core.db, actor, (tx) =>
    sign(tx, core.keys, {
      key: given.key,
      agreement: agreement.id,
      language: 'en',
      subject: pupil.person.id,
      aboutPupil: true,
      role: 'self',
      signer: pupil.person.id,
      signerName: pupil.person.name,
      method: 'class',
      mark,
      signedAt: timeOf(tablet, given.at, tx.now),
      via: { hash: tablet.hash, session: tablet.session.id },
    }),
  )
  return { ...signed, first: pupil.person.first }
}

function markOf(pictures: boolean, { mark, stamp, written }: TabletSigning): string {
  if (!pictures) {
    if (written === '') throw new Refusal('invalid', 'Write your name.')
    return written.slice(0, 60)
  }
  if (!Object.hasOwn(marks, mark)) throw new Refusal('invalid', 'Choose your picture.')
  if (!Object.hasOwn(stamps, stamp)) throw new Refusal('invalid', 'Make your mark: choose a colour.')
  return `${mark}, ${stamp}`
}

/** Whether this very key has signed already: an answer that was lost on the way is asked for again. */
const wasThis = async ({ db }: Core, school: SchoolId, { hash }: OpenTablet, key: string): Promise<boolean> =>
  (await reading(db, publicIn(school, hash), (tx) => outcomeOf(tx, key))) !== null
