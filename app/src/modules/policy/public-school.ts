import type { FastifyRequest } from 'fastify'
import type { Deps } from '../../engine/deps.js'
import type { Pack } from '../../engine/packs/pack.js'
import { publicIn } from '../../kernel/actor.js'
import type { Actor } from '../../kernel/actor.js'
import type { SchoolCalendar } from '../../kernel/calendar/school-calendar.js'
import { rememberForRequest } from '../../kernel/db/known.js'
import { reading } from '../../kernel/db/in-school.js'
import { Refusal } from '../../kernel/refusal.js'
import { listSchools, thisSchool } from '../../kernel/school.js'
import type { School } from '../../kernel/school.js'
import { frameOf } from '../../web/frames.js'
import type { Frame } from '../../web/layout/frame.js'
import { calendarOf } from '../people/index.js'
import { activePack } from './queries/active-pack.js'

/** A school as its public pages need it. */
export interface PublicSchool {
  readonly school: School
  readonly pack: Pack
  readonly calendar: SchoolCalendar
  /** Whoever asks: somebody without an account, for this request. */
  readonly visitor: Actor
}

/** The school of a public address, read as somebody without an account. An unknown name is a page that does not exist. */
export async function publicSchool({ db }: Deps, slug: string): Promise<PublicSchool> {
  const listed = (await listSchools(db)).find((one) => one.slug === slug)
  if (!listed) throw new Refusal('not-found', 'There is no school at this address. Check it, or ask the school for it.')
  const visitor = publicIn(listed.school_id)
  return reading(db, visitor, async (tx) => {
    rememberForRequest(tx, visitor)
    const [school, { pack }, calendar] = await Promise.all([thisSchool(tx), activePack(tx), calendarOf(tx)])
    return { school, pack, calendar, visitor }
  })
}

/** The frame of a public page: the school's, and nobody's. Whoever is signed in on this computer leaves no mark on it. */
export async function publicFrame(request: FastifyRequest, { school }: PublicSchool): Promise<Frame> {
  const { name, accent, example } = school
  return { ...(await frameOf(request)), school: { name, accent, example }, person: null, navigation: [] }
}
